namespace NewsMesh.Stripping.Blocks;

/// <summary>Kinds of places that links lead to.</summary>
[Flags]
internal enum LinkTargets
{
    None = 0,

    /// <summary>A mail address or telephone number.</summary>
    Contact = 1 << 0,

    /// <summary>The page of a person or of a tag.</summary>
    Profile = 1 << 1,

    /// <summary>A social network.</summary>
    Social = 1 << 2,

    /// <summary>A place on the same page.</summary>
    Fragment = 1 << 3,

    /// <summary>A full address, most often of another site.</summary>
    Absolute = 1 << 4,

    /// <summary>A path on the same site.</summary>
    Relative = 1 << 5,
}
