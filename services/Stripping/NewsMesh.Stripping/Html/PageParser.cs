using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace NewsMesh.Stripping.Html;

/// <summary>HTML text to a document tree, in bounded time.</summary>
/// <remarks>
/// Tree construction looks through the open elements at most tags, and opens unclosed formatting elements again in every
/// later paragraph: without bounds on depth, elements and distinct formatting elements a small hostile page costs
/// quadratic time and memory. The parser's own depth option bounds the tree but not the list of open elements.
/// </remarks>
internal static class PageParser
{
    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
    [
        "class", "id", "role", "style", "hidden", "href", "rel", "src", "content", "name", "property", "itemprop", "itemtype",
        "datetime", "lang", "xml:lang", "type", "http-equiv", "aria-hidden",
    ]);

    // With attributes each one counts as another formatting element to open again; without, at most three of a kind do.
    private static readonly FrozenSet<string> Formatting = FrozenSet.ToFrozenSet(
        ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributeLookup =
        Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingLookup =
        Formatting.GetAlternateLookup<ReadOnlySpan<char>>();

    // What watches attributes keeps style and class lists of scripts up to date, which do not run here.
    private static readonly IConfiguration Configuration = AngleSharp.Configuration.Default.Without<IAttributeObserver>();

    /// <summary>Parses a page without scripts, styles, comments or network.</summary>
    /// <param name="html">Decoded page, within the character limit.</param>
    /// <param name="limits">Depth and nodes allowed.</param>
    /// <param name="cancellationToken">Checked at every element.</param>
    /// <returns>The document, or null where the page passes a limit.</returns>
    public static IHtmlDocument? Parse(string html, StrippingLimits limits, CancellationToken cancellationToken)
    {
        var watch = new Watch(limits, cancellationToken);
        using var context = BrowsingContext.New(Configuration);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = IsWanted,
            OnCreated = watch.Created,
        }, context);
        try
        {
            return parser.ParseDocument(html);
        }
        catch (LimitPassedException)
        {
            return null;
        }
    }

    // Titles are read on abbr alone, where hAtom keeps dates: links are full of them.
    private static bool IsWanted(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        (AttributeLookup.Contains(name.Span) && !FormattingLookup.Contains(token.Name.Memory.Span))
        || (name.Span is "title" && token.Name.Memory.Span is "abbr");

    /// <summary>Counts elements and measures their depth as the parser makes them.</summary>
    private sealed class Watch(StrippingLimits limits, CancellationToken cancellationToken)
    {
        private readonly Dictionary<INode, int> _depths = new(ReferenceEqualityComparer.Instance);
        private IElement? _previous;
        private int _count;

        public void Created(IElement element, AngleSharp.Text.TextPosition position)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++_count > limits.MaxNodes)
                throw new LimitPassedException();
            // An element has its parent only when the next one is made.
            if (_previous is not null)
            {
                var depth = _previous.Parent is { } parent && _depths.TryGetValue(parent, out var above) ? above + 1 : 1;
                if (depth > limits.MaxDepth)
                    throw new LimitPassedException();
                _depths[_previous] = depth;
            }

            _previous = element;
        }
    }

    private sealed class LimitPassedException : Exception;
}
