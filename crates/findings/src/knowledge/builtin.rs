//! The table of knowledge files that are compiled in. A new file is one line here.

/// Name and text of each file, in the order of the alphabet.
pub(super) const FILES: &[(&str, &str)] = &[
    ("bodies/audit-commission.toml", include_str!("../../knowledge/bodies/audit-commission.toml")),
    ("bodies/audit.toml", include_str!("../../knowledge/bodies/audit.toml")),
    ("bodies/church-schools.toml", include_str!("../../knowledge/bodies/church-schools.toml")),
    ("bodies/clinics-and-medicines.toml", include_str!("../../knowledge/bodies/clinics-and-medicines.toml")),
    ("bodies/courts.toml", include_str!("../../knowledge/bodies/courts.toml")),
    ("bodies/cqc.toml", include_str!("../../knowledge/bodies/cqc.toml")),
    (
        "bodies/education-before-ofsted.toml",
        include_str!("../../knowledge/bodies/education-before-ofsted.toml"),
    ),
    ("bodies/food-and-licensing.toml", include_str!("../../knowledge/bodies/food-and-licensing.toml")),
    ("bodies/government.toml", include_str!("../../knowledge/bodies/government.toml")),
    ("bodies/health-before-cqc.toml", include_str!("../../knowledge/bodies/health-before-cqc.toml")),
    (
        "bodies/housing-and-best-value.toml",
        include_str!("../../knowledge/bodies/housing-and-best-value.toml"),
    ),
    ("bodies/independent-schools.toml", include_str!("../../knowledge/bodies/independent-schools.toml")),
    ("bodies/look-alikes.toml", include_str!("../../knowledge/bodies/look-alikes.toml")),
    ("bodies/nhs-oversight.toml", include_str!("../../knowledge/bodies/nhs-oversight.toml")),
    ("bodies/northern-ireland.toml", include_str!("../../knowledge/bodies/northern-ireland.toml")),
    (
        "bodies/ofsted-childrens-services.toml",
        include_str!("../../knowledge/bodies/ofsted-childrens-services.toml"),
    ),
    (
        "bodies/ofsted-homes-send-and-leas.toml",
        include_str!("../../knowledge/bodies/ofsted-homes-send-and-leas.toml"),
    ),
    (
        "bodies/ofsted-nurseries-and-colleges.toml",
        include_str!("../../knowledge/bodies/ofsted-nurseries-and-colleges.toml"),
    ),
    ("bodies/ofsted.toml", include_str!("../../knowledge/bodies/ofsted.toml")),
    ("bodies/ombudsmen.toml", include_str!("../../knowledge/bodies/ombudsmen.toml")),
    ("bodies/police-and-fire.toml", include_str!("../../knowledge/bodies/police-and-fire.toml")),
    ("bodies/prisons.toml", include_str!("../../knowledge/bodies/prisons.toml")),
    ("bodies/probation.toml", include_str!("../../knowledge/bodies/probation.toml")),
    (
        "bodies/safety-transport-and-media.toml",
        include_str!("../../knowledge/bodies/safety-transport-and-media.toml"),
    ),
    (
        "bodies/scotland-care-and-health.toml",
        include_str!("../../knowledge/bodies/scotland-care-and-health.toml"),
    ),
    (
        "bodies/scotland-councils-and-housing.toml",
        include_str!("../../knowledge/bodies/scotland-councils-and-housing.toml"),
    ),
    ("bodies/scotland-justice.toml", include_str!("../../knowledge/bodies/scotland-justice.toml")),
    ("bodies/scotland-schools.toml", include_str!("../../knowledge/bodies/scotland-schools.toml")),
    (
        "bodies/social-care-before-cqc.toml",
        include_str!("../../knowledge/bodies/social-care-before-cqc.toml"),
    ),
    ("bodies/social-housing.toml", include_str!("../../knowledge/bodies/social-housing.toml")),
    (
        "bodies/universities-and-exams.toml",
        include_str!("../../knowledge/bodies/universities-and-exams.toml"),
    ),
    ("bodies/wales-care-and-health.toml", include_str!("../../knowledge/bodies/wales-care-and-health.toml")),
    (
        "bodies/wales-government-and-audit.toml",
        include_str!("../../knowledge/bodies/wales-government-and-audit.toml"),
    ),
    ("bodies/wales-schools.toml", include_str!("../../knowledge/bodies/wales-schools.toml")),
    ("bodies/water-and-environment.toml", include_str!("../../knowledge/bodies/water-and-environment.toml")),
    ("furniture-of-websites.toml", include_str!("../../knowledge/furniture-of-websites.toml")),
    ("furniture.toml", include_str!("../../knowledge/furniture.toml")),
    ("labels.toml", include_str!("../../knowledge/labels.toml")),
    ("measures.toml", include_str!("../../knowledge/measures.toml")),
    ("nouns.toml", include_str!("../../knowledge/nouns.toml")),
    ("places.toml", include_str!("../../knowledge/places.toml")),
    ("positions.toml", include_str!("../../knowledge/positions.toml")),
    ("services/councils.toml", include_str!("../../knowledge/services/councils.toml")),
    ("services/education.toml", include_str!("../../knowledge/services/education.toml")),
    (
        "services/food-water-and-other.toml",
        include_str!("../../knowledge/services/food-water-and-other.toml"),
    ),
    ("services/health-and-care.toml", include_str!("../../knowledge/services/health-and-care.toml")),
    (
        "services/justice-and-emergency.toml",
        include_str!("../../knowledge/services/justice-and-emergency.toml"),
    ),
];
