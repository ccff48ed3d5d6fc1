using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service.Index;

/// <summary>Signatures as the store keeps them.</summary>
internal static class SignatureDocuments
{
    public static SignatureDocument Of(IndexedArticle article, ArticleSignature signature) => With(
        new SignatureDocument
        {
            ArticleId = article.ArticleId,
            Revision = article.Revision,
            ReceivedAt = article.ReceivedAt,
            PublishedAt = article.PublishedAt,
            Source = article.Source,
            Signature = [],
            Bands = [],
        },
        signature);

    /// <summary>The document with another signature.</summary>
    public static SignatureDocument With(SignatureDocument document, ArticleSignature signature) => document with
    {
        SignatureVersion = ArticleSignature.CurrentVersion,
        Signature = signature.Encode(),
        Bands = signature.Bands,
    };

    /// <summary>The signature; null where it is of another version.</summary>
    public static ArticleSignature? Decode(SignatureDocument document) =>
        document.SignatureVersion == ArticleSignature.CurrentVersion ? ArticleSignature.Decode(document.Signature) : null;
}
