namespace NewsMesh.Stripping.Blocks;

/// <summary>What the inline mark-up of a block says of its letters, and what stands before it.</summary>
internal record struct InlineMarks
{
    /// <summary>Links that begin in the block.</summary>
    public int Links { get; set; }

    /// <summary>Letters in links.</summary>
    public int LinkLetters { get; set; }

    /// <summary>Letters in <c>em</c> or <c>i</c>.</summary>
    public int EmphasisLetters { get; set; }

    /// <summary>Letters in <c>strong</c> or <c>b</c>.</summary>
    public int StrongLetters { get; set; }

    /// <summary>Pictures, players and frames between the block before and the end of this one.</summary>
    public int Media { get; set; }

    /// <summary>Whether a ruled line stands before the block.</summary>
    public bool AfterRule { get; set; }

    /// <summary>Where the links lead.</summary>
    public LinkTargets Targets { get; set; }
}
