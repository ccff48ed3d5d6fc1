using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

[NeedsMongo]
public sealed class MongoArticleStoreTests : ArticleStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoAnnouncementTests : AnnouncementCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoArticleSearchTests : ArticleSearchCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoSubmissionStoreTests : SubmissionStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoRawPageStoreTests : RawPageStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoRejectionStoreTests : RejectionStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoDedupIndexTests : DedupIndexCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}

[NeedsMongo]
public sealed class MongoStoryStoreTests : StoryStoreCompliance
{
    protected override async Task<IStore> CreateAsync() => await Own(await MongoTestDatabase.CreateAsync()).OpenAsync();
}
