using MongoDB.Bson;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>stories</c>.</summary>
internal static class StoryBson
{
    public static BsonDocument Write(StoryDocument story, long version) => new BsonDocument()
        .PutText("_id", story.StoryId)
        .Put("version", version)
        .PutText("title", story.Title)
        .PutTime("firstAt", story.FirstAt)
        .PutTime("lastAt", story.LastAt)
        .PutList("articleIds", story.ArticleIds)
        .PutList("sources", story.Sources)
        .Put("entities", new BsonArray(story.Entities.Select(entity => new BsonDocument().PutText("type", entity.Type).PutText("name", entity.Name))))
        .Put("terms", new BsonArray(story.Terms))
        .Put("state", story.State)
        .PutText("mergedInto", story.MergedInto);

    public static StoryDocument Read(BsonDocument document) => new()
    {
        StoryId = document.Text("_id"),
        Version = document["version"].ToInt64(),
        Title = document.TextOrNull("title"),
        FirstAt = document.Time("firstAt"),
        LastAt = document.Time("lastAt"),
        ArticleIds = document.List("articleIds", id => id.AsString),
        Sources = document.List("sources", source => source.AsString),
        // Stories of earlier versions have none.
        Entities = document.Contains("entities")
            ? document.List("entities", entity => new StoryEntity(entity.AsBsonDocument.Text("type"), entity.AsBsonDocument.Text("name")))
            : [],
        Terms = document.List("terms", term => term.AsInt64),
        State = document.BytesOrNull("state")!,
        MergedInto = document.TextOrNull("mergedInto"),
    };
}
