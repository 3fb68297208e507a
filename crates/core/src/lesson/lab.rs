//! What the lab's own resources are called: by it `cost` and `cleanup` tell them from everything else in an account.

use super::Values;

macro_rules! names {
    ($($name:ident),+ $(,)?) => {
        /// Names from the lesson's values, each under the value's own key. A pack that lacks one has no such resource:
        /// its name is empty then, which AWS gives to nothing.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is the value of this name")]
        pub struct Lab {
            $(pub $name: String),+
        }

        impl Lab {
            /// The names in `values`.
            #[must_use]
            pub fn of(values: &Values) -> Self {
                let get = |key: &str| values.get(key).unwrap_or_default().to_owned();
                Self { $($name: get(stringify!($name))),+ }
            }
        }
    };
}

names! {
    vpc, alb_sg, web_sg, rds_sg, base_instance, image, launch_template, instance_profile, asg, alb, target_group, policy,
}
