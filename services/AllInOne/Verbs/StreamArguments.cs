using System.CommandLine;

namespace NewsMesh.AllInOne.Verbs;

/// <summary>Arguments of the verbs that group a stream of articles.</summary>
internal static class StreamArguments
{
    public static Argument<string> File() => new("file")
    {
        Description = "One { id, title, text, publishedAt, source } a line, in the order of the stream (.jsonl, .jsonl.gz).",
    };

    public static Option<string?> Out() => new("--out") { Description = "JSON file of { id: group }; standard output by default." };
}
