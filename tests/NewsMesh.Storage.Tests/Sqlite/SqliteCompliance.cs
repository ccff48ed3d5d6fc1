using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Sqlite;

public sealed class SqliteArticleStoreTests : ArticleStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteAnnouncementTests : AnnouncementCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteArticleSearchTests : ArticleSearchCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteSubmissionStoreTests : SubmissionStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteRawPageStoreTests : RawPageStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteRejectionStoreTests : RejectionStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteDedupIndexTests : DedupIndexCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}

public sealed class SqliteStoryStoreTests : StoryStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(new SqliteFile()).OpenAsync();
}
