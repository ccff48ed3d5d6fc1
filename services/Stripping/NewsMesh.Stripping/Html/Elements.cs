using AngleSharp.Dom;

namespace NewsMesh.Stripping.Html;

/// <summary>Walks that do not recurse: pages nest deeper than a thread's stack allows.</summary>
internal static class Elements
{
    /// <summary>All elements below <paramref name="root"/>, in document order.</summary>
    public static IEnumerable<IElement> Below(INode root)
    {
        var stack = new Stack<(INodeList Nodes, int Next)>();
        stack.Push((root.ChildNodes, 0));
        while (stack.TryPop(out var top))
        {
            if (top.Next == top.Nodes.Length)
                continue;
            stack.Push((top.Nodes, top.Next + 1));
            if (top.Nodes[top.Next] is not IElement element)
                continue;
            yield return element;
            stack.Push((element.ChildNodes, 0));
        }
    }

    /// <summary>The element's text, at most <paramref name="limit"/> characters of it.</summary>
    public static string Text(INode root, int limit)
    {
        var text = new System.Text.StringBuilder();
        var stack = new Stack<(INodeList Nodes, int Next)>();
        stack.Push((root.ChildNodes, 0));
        while (text.Length < limit && stack.TryPop(out var top))
        {
            if (top.Next == top.Nodes.Length)
                continue;
            stack.Push((top.Nodes, top.Next + 1));
            var node = top.Nodes[top.Next];
            if (node is IText run)
                text.Append(run.Data);
            else if (node is IElement element)
                stack.Push((element.ChildNodes, 0));
        }

        return text.ToString(0, Math.Min(limit, text.Length));
    }
}
