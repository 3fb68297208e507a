//! What a step of a lesson is about, in words that every lesson can use. A text of the program that sends the learner to
//! another step names its topic, and the lesson says which step that is: no id of a step stands in the code.

/// Declares [`Topic`]: the name in lesson packs, and what `build.rs` writes for it.
macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident),+ $(,)?) => {
        /// What a step is about; lesson packs name it in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Topic {
            $($(#[$doc])* $topic),+
        }
    };
}

topics! {
    /// What earlier lessons should have left.
    Before,
    /// The security group that the load balancer is to wear.
    LoadBalancerSecurityGroup,
    /// The security group of the instances.
    InstanceSecurityGroup,
    /// The console, in the right account and region.
    Console,
    /// Making the instance clean from which the image is made.
    CleanInstance,
    /// Making the image.
    Image,
    /// Waiting for the image.
    ImageWait,
    /// The launch template.
    LaunchTemplate,
    /// The Auto Scaling group, with the load balancer and target group of its wizard.
    AutoScalingGroup,
    /// Giving the load balancer its own security group.
    AttachSecurityGroup,
    /// Targets becoming healthy.
    Targets,
    /// The scaling policy.
    ScalingPolicy,
    /// Opening the site, and putting load on it.
    Load,
    /// The alarms of the policy.
    Alarms,
    /// The group growing under load.
    ScaleOut,
    /// Stopping the instance that isn't needed any more.
    StopInstance,
    /// The end, when what was made may go.
    CleaningUp,
}
