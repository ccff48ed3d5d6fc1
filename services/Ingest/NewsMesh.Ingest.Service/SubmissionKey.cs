using System.Security.Cryptography;
using System.Text;

namespace NewsMesh.Ingest.Service;

/// <summary>The key under which a submitter's id is stored.</summary>
public static class SubmissionKey
{
    /// <summary>The id itself; a digest of one that is over the limit, whose submission is then rejected under that name.</summary>
    public static string Of(string id, int maxLength) =>
        id.Length <= maxLength ? id : "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
