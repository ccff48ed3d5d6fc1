using NewsMesh.AllInOne.Amqp;
using NewsMesh.AllInOne.Explaining;
using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;
using Placement = NewsMesh.Storage.Documents.Placement;

namespace NewsMesh.AllInOne.Reports;

/// <summary>The comparison of two articles, for people.</summary>
internal static class PairListing
{
    private const int LongestText = 300;

    public static void Write(TextWriter output, PairExplanation pair)
    {
        Write(output, "A", pair.A);
        Write(output, "B", pair.B);
        output.WriteLine();
        Write(output, pair.Duplicate, pair.Passages.Count > 0);
        output.WriteLine();
        Write(output, pair.Story);
        output.WriteLine();
        output.WriteLine(pair.Passages.Count == 0 ? "No passage is shared." : "Longest shared passages (words, then text):");
        foreach (var passage in pair.Passages)
        {
            output.WriteLine(FormattableString.Invariant($"{passage.Words,5}  {Printable.Line(passage.Text, LongestText)}"));
        }
    }

    private static void Write(TextWriter output, string name, ExplainedArticle article)
    {
        output.WriteLine($"{name}  {Printable.Line(article.Id)}");
        output.WriteLine($"   {Printable.Line(article.Title.Length > 0 ? article.Title : "(no title)")}");
        output.WriteLine(FormattableString.Invariant(
            $"   {Printable.Line(article.Source ?? "-")}, published {Time(article.PublishedAt)}, received {Time(article.ReceivedAt)}"));
        if (article.Placement is { } placement)
        {
            output.WriteLine($"   {Placed(placement)}");
        }
    }

    private static string Placed(Placement placement) => placement.Match is null
        ? $"in the store: {placement.Status}, first of its cluster"
        : FormattableString.Invariant($"in the store: {placement.Status} of {placement.Of}, follows {placement.Match} (similarity {placement.Similarity:0.00})");

    private static void Write(TextWriter output, DuplicateExplanation duplicate, bool sharesPassages)
    {
        var features = duplicate.Features;
        output.WriteLine(
            $"{(duplicate.Status == DuplicateStatuses.Unique ? "Not copies of one text" : "Copies of one text")}: {duplicate.Reason}. {duplicate.Because}");
        Line("probability", $"{duplicate.Probability:0.000} (copies from {duplicate.Threshold:0.000})");
        Line("shared of the shorter", $"{features.Containment:0.00} of its shingles, {features.Jaccard:0.00} of both");
        Line("by rarity", $"text {Share(features.Text)}, lead {Share(features.Lead)}, opening {Share(features.Opening)}, title {Share(features.Title)}");
        Line("lies at", $"{Share(features.Position)} (0 start, 1 end)");
        Line("figures in shared text", $"{features.Figures.Agreeing:0.0} agree, {features.Figures.Differing:0.0} differ; weekdays that differ {features.Days.Differing:0.0}");
        Line("letters", $"{features.ShorterLetters} and {features.LongerLetters}");
        Line("bands", $"{duplicate.SharedBands} of {duplicate.Bands} shared");
        if (duplicate.SharedBands == 0)
        {
            output.WriteLine($"  Without a shared band the index does not compare them{(sharesPassages ? ", whatever they share" : "")}.");
        }

        if (duplicate.WithinWindow == false)
        {
            output.WriteLine("  They arrived further apart than the window: the index does not compare them.");
        }

        void Line(string name, FormattableString value) => output.WriteLine($"  {name,-24}{FormattableString.Invariant(value)}");
    }

    private static void Write(TextWriter output, StoryExplanation story)
    {
        output.WriteLine(FormattableString.Invariant(
            $"{(story.WouldJoin ? "One story" : "Not one story")}, by the two alone (confidence {story.Confidence:0.00})."));
        if (story.Together is { } together)
        {
            output.WriteLine($"  In the store they are in {(together ? "one story" : "two stories")}.");
        }
    }

    private static string Share(SharePair share) => FormattableString.Invariant($"{share.Most:0.00}/{share.Least:0.00}");

    private static string Time(DateTimeOffset? time) => time is null ? "-" : FormattableString.Invariant($"{time:yyyy-MM-dd HH:mm zzz}");
}
