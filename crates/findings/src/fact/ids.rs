//! Ids as they stand in the knowledge files: kebab-case words, cheap to clone. Newtypes over a string,
//! not enums, so that a user's own file can add to them.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id of this name.
            pub fn new(id: &str) -> Self {
                Self(Arc::from(id))
            }
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }
        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }
        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self::new(id)
            }
        }
        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// An inspecting, regulating or auditing body: `ofsted`, `audit-commission`.
    BodyId
);
id!(
    /// One edition of a judgement scale: `ofsted-ilacs-2018`.
    ScaleId
);
id!(
    /// One edition of an inspection framework: `ilacs-2023`.
    FrameworkId
);
id!(
    /// A sub-judgement within a framework: `children-in-care`.
    AspectId
);
id!(
    /// A kind of provider, or a service of one: `council`, `care-home`, `childrens-services`.
    ServiceId
);
id!(
    /// A regime of enforcement that a measure belongs to: `cqc-special-measures`.
    RegimeId
);
id!(
    /// A provider within one extraction: `p1`, `p2` … in the order of first mention.
    ProviderId
);
