//! Finds the lab's resources in a snapshot: by name once, by id from then on.
//! Nothing may be assumed unique: twins, ghosts and namesakes in other VPCs are all expected.

use jiff::{SignedDuration, Timestamp};

use super::{CauseId, ResourceKind, Stop, Verdict, Wanted};
use crate::account::resources::{
    AutoScalingGroup, Image, Instance, LaunchTemplate, LoadBalancer, RouteTable, ScalingPolicy, SecurityGroup, Subnet,
    TargetGroup, Vpc,
};
use crate::account::{Snapshot, Unseen};
use crate::i18n::Text;
use crate::msg;

/// A snapshot with the questions that checks ask of it.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What was read.
    pub snapshot: &'a Snapshot,
    /// The instant of judgement.
    pub now: Timestamp,
}

/// Why a resource that a check asks for can't be handed over.
#[derive(Debug)]
pub enum Missing {
    /// It can't be told whether it exists.
    Unknown(Stop),
    /// It does not exist.
    Absent(Wanted),
    /// Several fit and nothing tells which one is meant.
    Several {
        /// What there are several of.
        what: Text,
        /// Their ids.
        ids: Vec<String>,
    },
}

impl Missing {
    /// The verdict of a check whose subject is the missing thing itself.
    #[must_use]
    pub fn of_subject(self, fix: Text) -> Stop {
        match self {
            Self::Unknown(stop) => stop,
            Self::Absent(wanted) => {
                Verdict::failed(msg!(absent, what = wanted.what()), fix).untouched().wanting(wanted).into()
            }
            Self::Several { what, ids } => several(what, ids).into(),
        }
    }
}

/// The verdict of a check that only rests on the missing thing.
impl From<Missing> for Stop {
    fn from(missing: Missing) -> Self {
        match missing {
            Missing::Unknown(stop) => stop,
            Missing::Absent(wanted) => Verdict::skipped(wanted.what()).into(),
            Missing::Several { what, ids } => several(what, ids).into(),
        }
    }
}

impl From<Unseen<'_>> for Missing {
    fn from(unseen: Unseen<'_>) -> Self {
        Self::Unknown(unseen.into())
    }
}

fn several(what: Text, ids: Vec<String>) -> Verdict {
    Verdict::failed(msg!(several, what = what.clone(), ids = Text::list(ids)), msg!(several_fix))
        .because(CauseId::SeveralCandidates, msg!(cause_several_candidates, what = what))
}

impl<'a> Facts<'a> {
    /// Facts of `snapshot` at `now`.
    #[must_use]
    pub fn new(snapshot: &'a Snapshot, now: Timestamp) -> Self {
        Self { snapshot, now }
    }

    /// The VPC with this Name tag. Of several, the one that holds most of what this lab puts into a VPC.
    ///
    /// # Errors
    /// [`Missing`] where there is none, can't be seen, or several fit equally well.
    pub fn vpc(&self, name: &str) -> Result<&'a Vpc, Missing> {
        let mut named: Vec<&Vpc> = self.vpcs_named(name)?;
        // One that is being deleted is meant only where there is no other.
        if named.iter().any(|vpc| !vpc.state.is_gone()) {
            named.retain(|vpc| !vpc.state.is_gone());
        }
        match named.as_slice() {
            [] => Err(Missing::Absent(Wanted::new(ResourceKind::Vpc, name))),
            [only] => Ok(only),
            twins => self.most_used(twins, name),
        }
    }

    /// Every VPC with this Name tag.
    ///
    /// # Errors
    /// [`Missing::Unknown`] where VPCs can't be seen.
    pub fn vpcs_named(&self, name: &str) -> Result<Vec<&'a Vpc>, Missing> {
        Ok(self.snapshot.vpcs.seen()?.iter().filter(|vpc| vpc.name.as_deref() == Some(name)).collect())
    }

    fn most_used(&self, twins: &[&'a Vpc], name: &str) -> Result<&'a Vpc, Missing> {
        let groups = self.snapshot.security_groups.seen()?;
        let subnets = self.snapshot.subnets.seen()?;
        let used = |vpc: &Vpc| {
            let own_groups =
                groups.iter().filter(|group| group.vpc.as_deref() == Some(&vpc.id) && group.group_name != "default");
            own_groups.count() + subnets.iter().filter(|subnet| subnet.vpc == vpc.id).count()
        };
        let most = twins.iter().map(|vpc| used(vpc)).max().unwrap_or(0);
        let best: Vec<&&Vpc> = twins.iter().filter(|vpc| used(vpc) == most).collect();
        match best.as_slice() {
            [only] => Ok(only),
            _ => Err(Missing::Several {
                what: msg!(what_vpc, name = name),
                ids: twins.iter().map(|vpc| vpc.id.clone()).collect(),
            }),
        }
    }

    /// The security group of this name in the VPC of this name. Group names are unique within a VPC.
    ///
    /// # Errors
    /// [`Missing`] where the VPC or the group is.
    pub fn security_group(&self, vpc: &str, group_name: &str) -> Result<&'a SecurityGroup, Missing> {
        let groups = self.snapshot.security_groups.seen()?;
        let own = self.vpc(vpc)?;
        groups
            .iter()
            .find(|group| group.group_name == group_name && group.vpc.as_deref() == Some(&own.id))
            .ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::SecurityGroup, group_name).in_vpc(vpc)))
    }

    /// The living instances with this Name tag in the VPC of this name, at least one. Terminated instances stay
    /// listed for about an hour and don't count.
    ///
    /// # Errors
    /// [`Missing`] where the VPC or every such instance is.
    pub fn instances(&self, vpc: &str, name: &str) -> Result<Vec<&'a Instance>, Missing> {
        let instances = self.snapshot.instances.seen()?;
        let own = self.vpc(vpc)?;
        let living: Vec<&Instance> = instances
            .iter()
            .filter(|instance| instance.name.as_deref() == Some(name) && instance.vpc.as_deref() == Some(&own.id))
            .filter(|instance| !instance.state.is_gone())
            .collect();
        if living.is_empty() {
            Err(Missing::Absent(Wanted::new(ResourceKind::Instance, name).in_vpc(vpc)))
        } else {
            Ok(living)
        }
    }

    /// The subnets with this Name tag in the VPC of this name, at least one.
    ///
    /// # Errors
    /// [`Missing`] where the VPC or every such subnet is.
    pub fn subnets_named(&self, vpc: &str, name: &str) -> Result<Vec<&'a Subnet>, Missing> {
        let named: Vec<&Subnet> =
            self.subnets_of(vpc)?.into_iter().filter(|subnet| subnet.name.as_deref() == Some(name)).collect();
        if named.is_empty() {
            Err(Missing::Absent(Wanted::new(ResourceKind::Subnet, name).in_vpc(vpc)))
        } else {
            Ok(named)
        }
    }

    /// All subnets of the VPC of this name.
    ///
    /// # Errors
    /// [`Missing`] where the VPC is, or subnets can't be seen.
    pub fn subnets_of(&self, vpc: &str) -> Result<Vec<&'a Subnet>, Missing> {
        let subnets = self.snapshot.subnets.seen()?;
        let vpc = self.vpc(vpc)?;
        Ok(subnets.iter().filter(|subnet| subnet.vpc == vpc.id).collect())
    }

    /// The route table that a subnet uses: its own, else the main one of its VPC; none while AWS shows neither.
    ///
    /// # Errors
    /// [`Missing::Unknown`] where route tables can't be seen.
    pub fn route_table(&self, subnet: &Subnet) -> Result<Option<&'a RouteTable>, Missing> {
        let tables = self.snapshot.route_tables.seen()?;
        let own = tables.iter().find(|table| table.subnets.contains(&subnet.id));
        Ok(own.or_else(|| tables.iter().find(|table| table.main && table.vpc == subnet.vpc)))
    }

    /// The account's own image of this name; AWS keeps image names unique within an account and region.
    ///
    /// # Errors
    /// [`Missing`] where there is none or images can't be seen.
    pub fn image(&self, image_name: &str) -> Result<&'a Image, Missing> {
        let images = self.snapshot.images.seen()?;
        let mut named: Vec<&Image> =
            images.iter().filter(|image| image.image_name == image_name && !image.state.is_gone()).collect();
        named.sort_by_key(|image| (!image.state.is_available(), !image.state.is_on_its_way()));
        named.first().copied().ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::Image, image_name)))
    }

    /// The launch template of this name, with its latest version.
    ///
    /// # Errors
    /// [`Missing`] where there is none or it can't be seen.
    pub fn launch_template(&self, name: &str) -> Result<&'a LaunchTemplate, Missing> {
        let template = self.snapshot.launch_template.seen()?.as_ref().filter(|template| template.name == name);
        template.ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::LaunchTemplate, name)))
    }

    /// The Auto Scaling group of this name; AWS keeps their names unique within an account and region.
    ///
    /// # Errors
    /// [`Missing`] where there is none or groups can't be seen.
    pub fn auto_scaling_group(&self, name: &str) -> Result<&'a AutoScalingGroup, Missing> {
        let groups = self.snapshot.auto_scaling_groups.seen()?;
        let found = groups.iter().find(|group| group.name == name);
        found.ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::AutoScalingGroup, name)))
    }

    /// The load balancer of this name; AWS keeps their names unique within an account and region.
    ///
    /// # Errors
    /// [`Missing`] where there is none or load balancers can't be seen.
    pub fn load_balancer(&self, name: &str) -> Result<&'a LoadBalancer, Missing> {
        let balancers = self.snapshot.load_balancers.seen()?;
        let found = balancers.iter().find(|balancer| balancer.name == name);
        found.ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::LoadBalancer, name)))
    }

    /// The target group of this name; AWS keeps their names unique within an account and region.
    ///
    /// # Errors
    /// [`Missing`] where there is none or target groups can't be seen.
    pub fn target_group(&self, name: &str) -> Result<&'a TargetGroup, Missing> {
        let groups = self.snapshot.target_groups.seen()?;
        let found = groups.iter().find(|group| group.name == name);
        found.ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::TargetGroup, name)))
    }

    /// The scaling policy of this name of the Auto Scaling group of this name.
    ///
    /// # Errors
    /// [`Missing`] where the group or the policy is, or they can't be seen.
    pub fn scaling_policy(&self, group: &str, policy: &str) -> Result<&'a ScalingPolicy, Missing> {
        self.auto_scaling_group(group)?;
        let policies = self.snapshot.scaling_policies.seen()?;
        let found = policies.iter().find(|found| found.name == policy);
        found.ok_or_else(|| Missing::Absent(Wanted::new(ResourceKind::ScalingPolicy, policy)))
    }

    /// The instance of this id, in whatever state, while AWS lists it.
    ///
    /// # Errors
    /// [`Missing::Unknown`] where instances can't be seen.
    pub fn instance(&self, id: &str) -> Result<Option<&'a Instance>, Missing> {
        Ok(self.snapshot.instances.seen()?.iter().find(|instance| instance.id == id))
    }

    /// Whether less than `span` has passed since `instant`. What AWS's clock puts into our future has just begun.
    #[must_use]
    pub fn is_within(&self, span: SignedDuration, instant: Option<Timestamp>) -> bool {
        instant.is_some_and(|instant| self.now.duration_since(instant) < span)
    }

    /// What the prefix list of this id stands for.
    ///
    /// # Errors
    /// [`Unseen`] where it could not be read.
    pub fn prefix_list(&self, id: &str) -> Result<&'a [ipnet::IpNet], Unseen<'a>> {
        let lists = self.snapshot.prefix_lists.seen()?;
        lists.iter().find(|list| list.id == id).map(|list| list.cidrs.as_slice()).ok_or(Unseen::NotAsked)
    }
}
