namespace NewsMesh.Stripping.Features;

/// <summary>What words are about, as far as it tells articles from what stands around them.</summary>
internal enum WordClass
{
    Subscription,
    Social,
    Contact,
    Contribution,
    Author,
    Related,
    Comment,
    Picture,
    Advertisement,
    Legal,
    Time,
    Navigation,
    Reader,
    Speech,
    Company,
}
