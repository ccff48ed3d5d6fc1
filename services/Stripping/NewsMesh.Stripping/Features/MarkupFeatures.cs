using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>Features of a block's elements: kinds, names, links, what they hold, and how far they are from the main text's.</summary>
internal static class MarkupFeatures
{
    private const int HintBits = 20;
    private const int MediaLevels = 3;

    private static readonly string[] Twins = ["twins", "parent's twins", "grandparent's twins", "great-grandparent's twins"];
    private static readonly string[] ContextNames = Named("around");
    private static readonly string[] InsideNames = Named("inside");
    private static readonly string[] OwnNames = Named("own");

    public static void Add(ref FeatureRow row, PageEvidence page, PageFacts facts, int at)
    {
        var block = page.Blocks[at];
        var regions = page.Table.Regions;
        AddMarks(ref row, block);
        row.Add("kind", (int)block.Kind);
        row.Add("tag", Tag(regions[block.Region].Tag));
        row.Add("depth", facts.Containers.Depth(block.Region));
        AddHints(ref row, ContextNames, page.Table.Context[block.Region]);
        AddHints(ref row, InsideNames, page.Table.Inside(block, page.Root));
        AddHints(ref row, OwnNames, regions[block.Region].Hints | (regions[block.Region].Parent < 0 ? 0 : regions[regions[block.Region].Parent].Hints));
        AddPlace(ref row, page, facts, at);
        row.Add("kept", block.Verdict.Kept);
        row.Add("reason", ReasonCodes.Of(block.Verdict.Reason));
        row.Add("own kept", block.OwnVerdict.Kept);
        row.Add("own reason", ReasonCodes.Of(block.OwnVerdict.Reason));
        AddNames(ref row, page, block);
    }

    private static void AddMarks(ref FeatureRow row, Block block)
    {
        row.Add("link density", block.LinkDensity);
        row.Add("links", block.Marks.Links);
        row.Add("emphasis", block.Share(block.Marks.EmphasisLetters));
        row.Add("strong", block.Share(block.Marks.StrongLetters));
        row.Add("after rule", block.Marks.AfterRule);
        row.Add("linked letters", block.LinkDensity > 0.95 ? block.Letters : 0);
        row.Add("linked capitals", block.LinkDensity > 0.95 && block.Letters > 12 && !TextMeasure.HasLower(block.Text));
        row.Add("link of many", block.Marks.Links == 0 && block.Marks.LinkLetters > 0);
        row.Add("media before", Math.Min(5, block.Marks.Media));
        row.Add("targets: contact", (block.Marks.Targets & LinkTargets.Contact) != 0);
        row.Add("targets: profile", (block.Marks.Targets & LinkTargets.Profile) != 0);
        row.Add("targets: social", (block.Marks.Targets & LinkTargets.Social) != 0);
        row.Add("targets: absolute", (block.Marks.Targets & LinkTargets.Absolute) != 0);
        row.Add("targets: relative", (block.Marks.Targets & LinkTargets.Relative) != 0);
    }

    private static void AddPlace(ref FeatureRow row, PageEvidence page, PageFacts facts, int at)
    {
        var block = page.Blocks[at];
        var root = page.Root < 0 ? null : page.Table.Regions[page.Root];
        var inRoot = root is not null && at >= root.FirstBlock && at < root.EndBlock;
        row.Add("in root", inRoot);
        row.Add("before root", root is null ? 0 : Math.Clamp(root.FirstBlock - at, -60, 60));
        row.Add("after root", root is null ? 0 : Math.Clamp(at - root.EndBlock, -60, 60));
        var main = facts.Containers.Main;
        row.Add("in main", main >= 0 && facts.Containers.Of(at) == main);
        row.Add("main share", facts.Containers.MainShare);
        var (up, down) = facts.Containers.Steps(at);
        row.Add("steps up", up);
        row.Add("steps down", down);
        row.Add("make-up share", facts.Containers.SignatureShare(at));
        var holder = facts.Containers.Of(at);
        var region = holder < 0 ? null : page.Table.Regions[holder];
        row.Add("holder blocks", region is null ? 0 : Math.Min(200, region.EndBlock - region.FirstBlock));
        row.Add("holder prose", region is null ? 0 : Math.Log2(1 + facts.ProseIn(region.FirstBlock, region.EndBlock)));
        row.Add("holder kept", region is null ? 0 : Math.Log2(1 + facts.KeptIn(region.FirstBlock, region.EndBlock)));
        row.Add("first in holder", region is null ? 0 : Math.Min(60, at - region.FirstBlock));
        row.Add("last in holder", region is null ? 0 : Math.Min(60, region.EndBlock - 1 - at));
        AddTwins(ref row, facts, page.Table.Regions, block.Region);
        var cards = facts.Cards.Around(block);
        row.Add("cards", cards.Count);
        row.Add("cards with headline", cards.Headlines);
        row.Add("letters a card", Math.Log2(1 + cards.Letters));
        row.Add("media around", MediaAround(page.Table.Regions, block.Region));
        row.Add("title distance", page.Table.FirstTitle < 0 ? -100 : Math.Clamp(at - page.Table.FirstTitle, -60, 200));
        row.Add("title match", facts.Title?.Overlap(block.Text) ?? -1);
        row.Add("copied", page.Guide.IsKnown ? page.Guide.Share(block.Text) : -1);
    }

    // Teasers, comments and cards are elements of one make-up, side by side.
    private static void AddTwins(ref FeatureRow row, PageFacts facts, List<Region> regions, int region)
    {
        for (var level = 0; level < Twins.Length; level++)
        {
            row.Add(Twins[level], region < 0 ? 0 : facts.Containers.Twins(region));
            region = region < 0 ? region : regions[region].Parent;
        }
    }

    // The fewer blocks share an element with pictures, the likelier they are captions.
    private static double MediaAround(List<Region> regions, int region)
    {
        for (var level = 0; level < MediaLevels && region >= 0; level++, region = regions[region].Parent)
        {
            if (regions[region].Media > 0)
                return 1.0 / Math.Max(1, regions[region].EndBlock - regions[region].FirstBlock);
        }

        return 0;
    }

    private static void AddNames(ref FeatureRow row, PageEvidence page, Block block)
    {
        var author = -1;
        foreach (var name in page.Article.Authors)
            author = Math.Max(author, block.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 2 : block.Text.Contains(name, StringComparison.OrdinalIgnoreCase) ? 1 : 0);
        row.Add("author", author);
        row.Add("site", page.Article.Site is { } site ? (block.Text.Contains(site, StringComparison.OrdinalIgnoreCase) ? 1 : 0) : -1);
    }

    private static void AddHints(ref FeatureRow row, string[] names, Hints hints)
    {
        for (var bit = 0; bit < HintBits; bit++)
            row.Add(names[bit], ((int)hints & 1 << bit) != 0);
    }

    private static string[] Named(string where) => [.. Enumerable.Range(0, HintBits).Select(bit => $"{where}: {(Hints)(1 << bit)}")];

    private static int Tag(string tag) => tag switch
    {
        "p" => 0,
        "div" => 1,
        "section" or "article" or "main" => 2,
        "li" or "ul" or "ol" => 3,
        "td" or "tr" or "th" or "table" or "tbody" => 4,
        "h1" => 5,
        "h2" => 6,
        "h3" => 7,
        "h4" or "h5" or "h6" => 8,
        "blockquote" => 9,
        "figcaption" or "figure" => 10,
        "span" => 11,
        "a" => 12,
        "form" or "label" or "fieldset" => 13,
        "aside" or "footer" or "nav" or "header" => 14,
        _ => 15,
    };
}
