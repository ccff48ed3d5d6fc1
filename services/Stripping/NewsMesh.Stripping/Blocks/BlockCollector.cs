using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsMesh.Stripping.Blocks;

/// <summary>Cuts a document into blocks and regions in one walk with a stack of its own (nesting must not cost call stack).</summary>
internal sealed class BlockCollector
{
    // A table cell longer than this is text of its own (layout tables); shorter ones of a row belong together.
    private const int LongCell = 80;

    private readonly List<Block> _blocks = [];
    private readonly List<Region> _regions = [];
    private readonly Dictionary<(string Tag, string? Class), int> _signatures = [];
    private readonly HintReader _hints = new();
    private readonly StringBuilder _text = new();
    private readonly Stack<Frame> _stack = new();
    private int _region = -1;
    private InlineMarks _marks;
    private int _openLinks;
    private int _openEmphasis;
    private int _openStrong;
    private bool _lineBreak;

    /// <summary>Blocks and regions of a document's body, in document order.</summary>
    public static (List<Block> Blocks, List<Region> Regions) Collect(IHtmlDocument document, CancellationToken cancellationToken)
    {
        var collector = new BlockCollector();
        if (document.Body is { } body)
            collector.Walk(body, cancellationToken);
        return (collector._blocks, collector._regions);
    }

    private void Walk(IElement body, CancellationToken cancellationToken)
    {
        Enter(body);
        while (_stack.TryPop(out var frame))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (frame.Next == frame.Element.ChildNodes.Length)
            {
                Leave(frame);
                continue;
            }

            var child = frame.Element.ChildNodes[frame.Next];
            _stack.Push(frame with { Next = frame.Next + 1 });
            if (child is IElement element)
                Visit(element);
            else if (child is IText text)
                Append(text.Data);
        }
    }

    private void Visit(IElement element)
    {
        if (ElementKinds.IsMedia(element.LocalName))
            SawMedia();
        if (ElementKinds.IsUnread(element.LocalName))
            return;
        switch (element.LocalName)
        {
            case "br":
                Break();
                return;
            case "hr":
                Flush();
                _marks.AfterRule = true;
                return;
            default:
                Enter(element);
                return;
        }
    }

    private void Enter(IElement element)
    {
        var hints = _hints.Read(element);
        // Cards that show when the mouse rests on a name stand in the middle of a sentence.
        if ((hints & Hints.Hidden) != 0 && !ElementKinds.IsBlock(element.LocalName))
            return;
        var block = ElementKinds.IsBlock(element.LocalName) || (hints & Hints.Negative) != 0;
        var cell = element.LocalName is "td" or "th";
        Count(element, 1);
        if (!block)
        {
            _stack.Push(new Frame(element, 0, -1));
            return;
        }

        if (cell)
            SeparateCell();
        else
            Flush();
        var outer = _region;
        _region = _regions.Count;
        _regions.Add(new Region(outer, element.LocalName, hints, Signature(element), _blocks.Count));
        _stack.Push(new Frame(element, 0, _region));
    }

    private void Leave(Frame frame)
    {
        Count(frame.Element, -1);
        if (frame.Region < 0)
            return;
        if (frame.Element.LocalName is "td" or "th")
            SeparateCell();
        else
            Flush();
        var region = _regions[frame.Region];
        region.EndBlock = _blocks.Count;
        _region = region.Parent;
        if (_region >= 0)
            _regions[_region].Media += region.Media;
    }

    private int Signature(IElement element)
    {
        var key = (element.LocalName, element.ClassName);
        if (!_signatures.TryGetValue(key, out var number))
            _signatures[key] = number = _signatures.Count;
        return number;
    }

    private void Count(IElement element, int step)
    {
        switch (element.LocalName)
        {
            case "a" when element.GetAttribute("href") is { } address:
                _openLinks += step;
                if (step < 0)
                    break;
                _marks.Links++;
                _marks.Targets |= LinkReader.Read(address);
                break;
            case "em" or "i":
                _openEmphasis += step;
                break;
            case "strong" or "b":
                _openStrong += step;
                break;
        }
    }

    private void SawMedia()
    {
        _marks.Media++;
        _regions[_region].Media++;
    }

    private void Append(string data)
    {
        if (_lineBreak && !string.IsNullOrWhiteSpace(data))
            _lineBreak = false;
        _text.Append(data);
        if (_openLinks + _openEmphasis + _openStrong == 0)
            return;
        var letters = TextMeasure.Letters(data);
        if (_openLinks > 0)
            _marks.LinkLetters += letters;
        if (_openEmphasis > 0)
            _marks.EmphasisLetters += letters;
        if (_openStrong > 0)
            _marks.StrongLetters += letters;
    }

    // Two line breaks in a row are how older pages part paragraphs.
    private void Break()
    {
        if (_lineBreak)
            Flush();
        else
            _text.Append('\n');
        _lineBreak = true;
    }

    private void SeparateCell()
    {
        if (_text.Length > LongCell)
            Flush();
        else
            _text.Append(' ');
    }

    private void Flush()
    {
        _lineBreak = false;
        if (_text.Length == 0)
            return;
        var text = TextCleaner.Paragraph(_text.ToString());
        _text.Clear();
        if (text.Length == 0)
            return;
        _blocks.Add(new Block(text, ElementKinds.KindOf(_regions, _region), _region, _marks));
        _marks = default;
    }

    private readonly record struct Frame(IElement Element, int Next, int Region);
}
