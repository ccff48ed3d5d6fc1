using System.Collections.Frozen;

namespace NewsMesh.Ingest;

/// <summary>Query parameters that say how a reader came to a page, never which page it is.</summary>
/// <remarks>
/// A name belongs here only if no site uses it to choose content: "ref", "source", "cid" and "from" often mean tracking,
/// but sometimes do choose, and dropping one that does would make two articles one.
/// </remarks>
internal static class TrackingParameters
{
    private static readonly string[] Prefixes =
    [
        "utm_", // Google Analytics and whoever copied it
        "mtm_", "matomo_", "pk_", "piwik_", // Matomo
        "hsa_", // HubSpot ads
        "oly_", // Omeda
        "vero_", // Vero mail
        "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", // comScore, as used by broadcasters
        "at_medium", "at_campaign", "at_custom", "at_link", "at_ptr", "at_bbc", "at_format", // AT Internet
        "fb_action", "fb_source", "fb_ref", // Facebook
        "__hs", // HubSpot mail
        "trk_", // mail campaigns
    ];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
        "li_fat_id", "igshid", "igsh", "epik", "scid", "rdt_cid", "irclickid", "wickedid", "sc_cid", // click ids of networks
        "_ga", "_gl", "_gac", "_openstat", "_branch_match_id", "_branch_referrer", // analytics hand-over between domains
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "ml_subscriber", "ml_subscriber_hash", "_kx",
        "ck_subscriber_id", "elqtrackid", "elqtrack", "dm_i", "sfmc_id", "cvid", "oicd", // mail senders
        "ref_src", "ref_url", "tw_i", "tw_p", "__twitter_impression", // Twitter embeds
        "xtor", "ocid", "ncid", "icid", "smid", "smtyp", "cmpid", "cmp", "ito", "ftag", "sref", "partnerid", "guccounter",
        "guce_referrer", "guce_referrer_sig", "spm", "s_cid", "s_kwcid", "ef_id", "wt_mc", "wtmc", "wt.mc_id",
        "amp_js_v", "usqp", "share_source"); // publishers' own campaign labels

    /// <summary>Whether a parameter only tracks; names compare without case.</summary>
    public static bool Contains(string name) =>
        Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
