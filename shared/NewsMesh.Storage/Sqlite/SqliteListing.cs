using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Keeps the rows that listings, searches and entity counts go through: the latest announced revision of each article.</summary>
internal static class SqliteListing
{
    /// <summary>Lists a revision that has just been announced, in the transaction that marks it so.</summary>
    public static void Put(SqliteSession session, RevisionDocument revision)
    {
        var listed = session.First(
            ListingSql.Find, row => (Id: row.GetInt64(0), Revision: row.GetInt32(1)), ("@article", revision.ArticleId));
        if (listed.Revision > revision.Revision)
        {
            return;
        }

        if (listed.Revision > 0)
        {
            session.Execute(ListingSql.RemoveEntities, ("@id", listed.Id));
            session.Execute(ListingSql.RemoveWords, ("@id", listed.Id));
            session.Execute(ListingSql.Remove, ("@id", listed.Id));
        }

        var id = session.First(
            ListingSql.Add,
            row => row.GetInt64(0),
            ("@article", revision.ArticleId),
            ("@revision", revision.Revision),
            ("@received", revision.Article.ReceivedAt.UtcTicks),
            ("@source", revision.Article.Source),
            ("@story", revision.Story?.StoryId),
            ("@duplicate", revision.Duplicate?.Status));
        session.Execute(
            ListingSql.AddWords,
            ("@id", id),
            ("@title", SearchWords.ForIndex(revision.Article.Title ?? "")),
            ("@text", SearchWords.ForIndex(revision.Article.Text)));
        foreach (var entity in revision.Entities ?? [])
        {
            session.Execute(
                ListingSql.AddEntity,
                ("@key", EntityKey.Of(entity.Name)),
                ("@id", id),
                ("@type", entity.Type),
                ("@name", entity.Name));
        }
    }
}
