using NewsMesh.Gateway;
using NewsMesh.Storage.Documents;
using NewsMesh.Stripping;
using NewsMesh.Stripping.Service;

namespace NewsMesh.AllInOne.Hosting;

/// <summary>Shows on the dashboard what stripping keeps and drops of a page, and why; only a host with the stripping library can.</summary>
internal sealed class StrippedView(ArticleStripper stripper) : IStrippedView
{
    public IReadOnlyList<StrippedBlockView>? Explain(RawPageDocument page) =>
    [
        .. stripper.Strip(Pages.ToRequest(page) with { WithBlocks = true }).Blocks
            .Select(block => new StrippedBlockView(block.Text, block.Kept, block.Reason, block.Score, block.Kind)),
    ];
}
