using System.Collections.Frozen;

namespace NewsMesh.Ingest;

/// <summary>Suffixes of two labels under which names are registered or handed out: a small, common part of the whole list.</summary>
internal static class PublicSuffixes
{
    // Second levels by country: "uk: co org" stands for co.uk and org.uk.
    private const string ByCountry = """
        ae: ac co gov net org sch
        ar: com edu gob gov int mil net org
        au: asn com edu gov id net org
        az: com edu gov org
        bd: ac com edu gov net org
        bo: com edu gob net org
        br: adv art blog com edu eco gov jor jus leg mil mp net org tv
        cn: ac com edu gov mil net org
        co: com edu gov mil net nom org
        cr: ac co ed fi go or
        cy: ac com gov net org
        do: com edu gob gov net org
        ec: com edu fin gob gov info net org
        eg: com edu eun gov net org
        es: com edu gob nom org
        fj: ac com gov org
        gh: com edu gov org
        gr: com edu gov net org
        gt: com edu gob net org
        hk: com edu gov idv net org
        hn: com edu gob net org
        hu: co gov info org sport
        id: ac co go desa mil my net or sch web
        il: ac co gov idf k12 muni net org
        in: ac co edu firm gen gov ind mil net nic org res
        ir: ac co gov id net org sch
        jm: com edu gov net org
        jo: com edu gov net org
        jp: ac ad co ed go gr lg ne or
        ke: ac co go info ne or sc
        kr: ac co es go hs kg mil ms ne or pe re sc
        kw: com edu gov net org
        kz: com edu gov net org
        lb: com edu gov net org
        lk: ac com edu gov net org
        ma: ac co gov net org press
        mm: com edu gov net org
        mt: com edu net org
        mx: com edu gob net org
        my: com edu gov mil name net org
        na: co com gov org
        ng: com edu gov name net org sch
        ni: com edu gob net org
        np: com edu gov net org
        nz: ac co cri geek gen govt iwi kiwi maori mil net org school
        om: co com edu gov net org
        pa: com edu gob net org
        pe: com edu gob net nom org
        ph: com edu gov mil net org
        pk: com edu gob gov net org
        pl: com edu gov info net org
        pr: com edu gov net org
        pt: com edu gov net nome org publ
        py: com coop edu gov net org
        qa: com edu gov net org
        ro: com info nom org rec store
        rs: ac co edu gov in org
        ru: com msk net org pp spb
        sa: com edu gov med net org pub sch
        sg: com edu gov net org per
        sv: com edu gob org red
        th: ac co go in mi net or
        tn: com gov ind info net org
        tr: av bel biz com edu gen gov info k12 name net org pol tv web
        tt: co com edu gov net org
        tw: club com ebiz edu game gov idv mil net org
        tz: ac co go or
        ua: com edu gov in kiev kyiv lviv net od odessa org
        ug: ac co com go ne or org sc
        uk: ac co gov ltd me net nhs org plc police sch
        uy: com edu gub mil net org
        uz: co com net org
        ve: co com edu gob info net org web
        vn: ac com edu gov info int net org
        za: ac co edu gov law mil net nom org school web
        zm: ac co com edu gov net org
        zw: ac co gov org
        """;

    // Hosts that hand out names to publishers who have nothing to do with each other.
    private const string Hosting =
        "blogspot.com wordpress.com substack.com medium.com tumblr.com github.io gitlab.io netlify.app vercel.app pages.dev "
        + "web.app firebaseapp.com herokuapp.com azurewebsites.net cloudfront.net weebly.com wixsite.com ghost.io livejournal.com "
        + "typepad.com over-blog.com canalblog.com hatenablog.com ameblo.jp uk.com us.com eu.com de.com";

    private static readonly FrozenSet<string> All = Parse().ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string suffix) => All.Contains(suffix);

    private static IEnumerable<string> Parse()
    {
        foreach (var line in ByCountry.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var second in line[(colon + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return $"{second}.{line[..colon]}";
            }
        }

        foreach (var host in Hosting.Split(' '))
        {
            yield return host;
        }
    }
}
