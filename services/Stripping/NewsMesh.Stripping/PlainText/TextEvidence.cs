using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>What is known of a plain text once the rules have spoken.</summary>
/// <param name="Blocks">All blocks, with the rules' verdicts.</param>
/// <param name="First">Index of the first block of the run with the most prose.</param>
/// <param name="End">One past its last block.</param>
/// <param name="Title">The headline, where one was found.</param>
internal sealed record TextEvidence(List<Block> Blocks, int First, int End, string? Title);
