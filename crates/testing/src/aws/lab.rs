//! A front that gives AWS's documented answers to what the lab asks from step 2-3 on and moto answers otherwise.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::account::{Account, REGION};
use super::front::{Call, Front, Reply};
use super::rpc_cbor;
use super::state::{AwsState, Health, members, metric_data};
use crate::http::{self, Request};

/// The names of the policy's alarms, but for what AWS puts behind them.
const SIDES: [(&str, &str, f64, u32); 2] =
    [("AlarmHigh", "GreaterThanThreshold", 25.0, 3), ("AlarmLow", "LessThanThreshold", 17.5, 15)];
const SUFFIX: &str = "0f1e2d3c-4b5a-4697-8877-665544332211";

/// An account in which AWS works as documented.
pub struct Lab {
    /// The account, reached through the front.
    pub account: Account,
    moto: Account,
    state: Arc<Mutex<AwsState>>,
    front: Front,
}

impl Lab {
    /// A lab in `account`.
    pub fn before(account: &Account) -> Self {
        let front = Front::before(account);
        let lab = Self { account: front.account.clone(), moto: account.clone(), state: Arc::default(), front };
        lab.answer_for_machines();
        lab.answer_for_boot_logs();
        lab.answer_for_load_balancing();
        lab.answer_for_scaling();
        lab.answer_for_metrics();
        lab.answer_for_deletions();
        lab
    }

    /// What AWS does beyond moto.
    pub fn state(&self) -> MutexGuard<'_, AwsState> {
        lock(&self.state)
    }

    /// The answer of moto to a query call of this form, past the front.
    pub fn query(&self, service: &str, form: &str) -> String {
        query(&self.moto, service, form)
    }

    /// The members of the Auto Scaling group as moto has them.
    pub fn members(&self) -> Vec<String> {
        let group = self.query("autoscaling", "Action=DescribeAutoScalingGroups&Version=2011-01-01");
        elements(&group, "InstanceId")
    }

    fn rewrite(
        &self,
        service: &'static str,
        action: &'static str,
        change: impl Fn(&AwsState, String) -> String + Send + Sync + 'static,
    ) {
        let state = Arc::clone(&self.state);
        self.front.on(service, action, move |call| {
            let (status, body) = call.answer_of_moto();
            Reply::xml(status, if status == 200 { change(&lock(&state), body) } else { body })
        });
    }

    /// GetConsoleOutput, in base64 as AWS gives it: <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html>.
    fn answer_for_boot_logs(&self) {
        let state = Arc::clone(&self.state);
        self.front.on("ec2", "GetConsoleOutput", move |call| {
            let id = call.parameter("InstanceId").unwrap_or_default();
            let output = STANDARD.encode(&lock(&state).boot_log);
            let answer = format!(
                "<instanceId>{id}</instanceId><timestamp>2026-05-20T10:10:00.000Z</timestamp><output>{output}</output>"
            );
            let namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";
            let response =
                format!("<GetConsoleOutputResponse xmlns=\"{namespace}\">{answer}</GetConsoleOutputResponse>");
            Reply::xml(200, response)
        });
    }

    fn answer_for_machines(&self) {
        self.rewrite("ec2", "DescribeImages", |state, body| match state.image_progress {
            Some(_) => body.replace("<imageState>available<", "<imageState>pending<"),
            None => body,
        });
        let state = Arc::clone(&self.state);
        self.front.on("ec2", "CreateImage", move |call| {
            let (status, body) = call.answer_of_moto();
            let instance = call.parameter("InstanceId").unwrap_or_default();
            lock(&state).images.extend(elements(&body, "imageId").into_iter().map(|image| (image, instance.clone())));
            Reply::xml(status, body)
        });
        self.rewrite("ec2", "DescribeSnapshots", |state, body| {
            let body = match state.image_progress {
                Some(percent) => body
                    .replace("<status>completed<", "<status>pending<")
                    .replace("<progress>100%<", &format!("<progress>{percent}%<")),
                None => body,
            };
            described_by_aws(&state.images, &body)
        });
        self.rewrite("ec2", "DescribeInstances", |state, body| {
            let stopped = "<instanceState><code>80</code><name>stopped</name>";
            let stopping = "<instanceState><code>64</code><name>stopping</name>";
            let body = if state.stopping { body.replace(stopped, stopping) } else { body };
            let body = with_profiles(&body);
            match state.launched_at {
                Some(instant) => replaced(&body, "launchTime", |_| instant.to_string()),
                None => body,
            }
        });
    }

    fn answer_for_load_balancing(&self) {
        let service = "elasticloadbalancing";
        self.rewrite(service, "DescribeLoadBalancers", |state, body| {
            let code = if state.provisioning { "provisioning" } else { "active" };
            let body = replaced(&body, "DNSName", |_| state.dns_name.clone());
            replaced(&body, "Code", |_| code.to_owned())
        });
        self.rewrite(service, "DescribeListeners", |_, body| {
            let Some(arn) = elements(&body, "TargetGroupArn").pop() else { return body };
            let short = format!("<TargetGroupArn>{arn}</TargetGroupArn>");
            let long = format!(
                "{short}<Order>1</Order><ForwardConfig><TargetGroups><member>{short}<Weight>1</Weight></member>\
                 </TargetGroups><TargetGroupStickinessConfig><Enabled>false</Enabled></TargetGroupStickinessConfig>\
                 </ForwardConfig>"
            );
            body.replace(&short, &long)
        });
        self.rewrite(service, "DescribeTargetHealth", |state, body| {
            let mut ids = elements(&body, "Id");
            let leaving = state.healths.iter().filter(|(_, health)| matches!(health, Health::Draining));
            ids.extend(leaving.map(|(id, _)| id.clone()));
            ids.sort();
            ids.dedup();
            let health = |id: &String| state.healths.get(id).unwrap_or(&state.health).description(id);
            let all: String = ids.iter().map(health).collect();
            replaced(&body, "TargetHealthDescriptions", |_| all.clone())
        });
    }

    fn answer_for_scaling(&self) {
        let service = "autoscaling";
        self.rewrite(service, "DescribeAutoScalingGroups", |state, body| {
            let arns = elements(&body, "TargetGroupARNs").concat();
            let sources = arns.replace("<member>", "<member><Type>elbv2</Type><Identifier>");
            let sources = sources.replace("</member>", "</Identifier></member>");
            let body = body
                .replace("<HealthCheckType>", &format!("<TrafficSources>{sources}</TrafficSources><HealthCheckType>"));
            let body = replaced(&body, "DesiredCapacity", |moto| {
                state.desired.map_or_else(|| moto.to_owned(), |desired| desired.to_string())
            });
            state.lifecycles.iter().fold(body, |body, (id, state)| {
                let Some((before, member)) = body.split_once(&format!("<InstanceId>{id}<")) else { return body };
                format!("{before}<InstanceId>{id}<{}", member.replacen(">InService<", &format!(">{state}<"), 1))
            })
        });
        let account = self.moto.number.clone();
        self.rewrite(service, "DescribePolicies", move |state, body| {
            let alarms = alarm_members(&state.alarms, &account);
            body.replace("<TargetTrackingConfiguration>", &format!("{alarms}<TargetTrackingConfiguration>"))
        });
        self.rewrite(service, "DescribeScalingActivities", |state, body| {
            let all = members(&state.history);
            body.replace("<Activities/>", &format!("<Activities>{all}</Activities>"))
        });
        let (state, moto) = (Arc::clone(&self.state), self.moto.clone());
        self.front.on(service, "PutScalingPolicy", move |call| {
            let (status, body) = call.answer_of_moto();
            if status != 200 {
                return Reply::xml(status, body);
            }
            let names = make_alarms(&moto, call);
            let result =
                format!("<PutScalingPolicyResult>{}</PutScalingPolicyResult>", alarm_members(&names, &moto.number));
            lock(&state).alarms = names;
            Reply::xml(status, body.replace("<PutScalingPolicyResult/>", &result))
        });
    }

    /// A policy takes its alarms along, and a group its policies.
    /// <https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DeleteAutoScalingGroup.html>
    fn answer_for_deletions(&self) {
        for action in ["DeletePolicy", "DeleteAutoScalingGroup"] {
            let (state, moto) = (Arc::clone(&self.state), self.moto.clone());
            self.front.on("autoscaling", action, move |call| {
                let (status, body) = call.answer_of_moto();
                let names = std::mem::take(&mut lock(&state).alarms);
                if status == 200 && !names.is_empty() {
                    cloudwatch(&moto, "DeleteAlarms", &json!({ "AlarmNames": names }));
                }
                Reply::xml(status, body)
            });
        }
    }

    fn answer_for_metrics(&self) {
        let moto = self.moto.clone();
        self.front.on("monitoring", "DescribeAlarms", move |call| {
            if !rpc_cbor::speaks(call) {
                return Reply::PassOn;
            }
            rpc_cbor::output(&cloudwatch(&moto, "DescribeAlarms", &rpc_cbor::input(call)))
        });
        let state = Arc::clone(&self.state);
        self.front.on("monitoring", "GetMetricData", move |call| {
            if !rpc_cbor::speaks(call) {
                return Reply::PassOn;
            }
            rpc_cbor::output(&metric_data(&lock(&state).points, &rpc_cbor::input(call)))
        });
    }
}

fn lock(state: &Mutex<AwsState>) -> MutexGuard<'_, AwsState> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The alarms that AWS makes for a policy that tracks request counts.
/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html>
fn make_alarms(moto: &Account, call: &Call) -> Vec<String> {
    let group = call.parameter("AutoScalingGroupName").expect("a policy belongs to a group");
    let make = |(side, comparison, threshold, points): (&str, &str, f64, u32)| {
        let name = format!("TargetTracking-{group}-{side}-{SUFFIX}");
        let alarm = json!({
            "AlarmName": name, "ComparisonOperator": comparison, "Threshold": threshold, "EvaluationPeriods": points,
            "Namespace": "AWS/ApplicationELB", "MetricName": "RequestCountPerTarget", "Statistic": "Sum", "Period": 60,
        });
        cloudwatch(moto, "PutMetricAlarm", &alarm);
        name
    };
    SIDES.map(make).to_vec()
}

fn alarm_members(names: &[String], account: &str) -> String {
    let member = |name: &String| {
        format!(
            "<member><AlarmName>{name}</AlarmName>\
             <AlarmARN>arn:aws:cloudwatch:{REGION}:{account}:alarm:{name}</AlarmARN></member>"
        )
    };
    format!("<Alarms>{}</Alarms>", names.iter().map(member).collect::<String>())
}

/// moto's answer to a call of CloudWatch, in the protocol that both moto and CloudWatch spoke before.
fn cloudwatch(moto: &Account, action: &str, input: &Value) -> Value {
    let target = format!("GraniteServiceVersion20100801.{action}");
    let headers = [("content-type", "application/x-amz-json-1.0".to_owned()), ("x-amz-target", target)];
    serde_json::from_str(&send(moto, "monitoring", &headers, input.to_string())).expect("an answer in JSON")
}

fn query(moto: &Account, service: &str, form: &str) -> String {
    let headers = [("content-type", "application/x-www-form-urlencoded".to_owned())];
    send(moto, service, &headers, form.to_owned())
}

fn send(moto: &Account, service: &str, headers: &[(&str, String)], body: String) -> String {
    let key = &moto.credentials.access_key_id;
    let scope = format!("AWS4-HMAC-SHA256 Credential={key}/20260101/{REGION}/{service}/aws4_request");
    let own =
        [("host", moto.endpoint.to_string()), ("authorization", format!("{scope}, SignedHeaders=host, Signature=0"))];
    let headers = own.iter().chain(headers).map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let request = Request { line: "POST / HTTP/1.1".to_owned(), headers, body: body.into_bytes() };
    let answer = request.send(moto.endpoint).expect("moto answers");
    let said = http::body(&answer);
    assert_eq!(http::status(&answer), 200, "{said}");
    said
}

/// The snapshots of these images, each with its instance, described as AWS does it.
fn described_by_aws(images: &[(String, String)], snapshots: &str) -> String {
    replaced(snapshots, "description", |moto| {
        let made_of = images.iter().find(|(image, _)| moto == format!("Auto-created snapshot for AMI {image}"));
        made_of.map_or_else(
            || moto.to_owned(),
            |(image, instance)| format!("Created by CreateImage({instance}) for {image}"),
        )
    })
}

/// What stands in every element of this name.
fn elements(xml: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&open).skip(1).filter_map(|rest| rest.split_once(&close)).map(|(inside, _)| inside.to_owned()).collect()
}

/// DescribeInstances with the profile of every instance, which moto forgets of those that a group launches.
fn with_profiles(xml: &str) -> String {
    let profile = "<iamInstanceProfile><arn>arn:aws:iam::123456789012:instance-profile/ec-site-web-SSMRole</arn>\
                   <id>AIPAABCDEFGHIJKLMNOPQ</id></iamInstanceProfile>";
    let mut parts = xml.split("<instanceState>");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |done, part| {
        let missing = if part.contains("<iamInstanceProfile>") { "" } else { profile };
        format!("{done}{missing}<instanceState>{part}")
    })
}

/// `xml` with something else in every element of this name.
fn replaced(xml: &str, name: &str, new: impl Fn(&str) -> String) -> String {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let mut parts = xml.split(&open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |done, part| match part.split_once(&close) {
        Some((inside, rest)) => format!("{done}{open}{}{close}{rest}", new(inside)),
        None => format!("{done}{open}{part}"),
    })
}
