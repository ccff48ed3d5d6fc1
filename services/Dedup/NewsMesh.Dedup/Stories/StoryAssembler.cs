namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Turns the groups of a pool into stories. A story goes on as the group that most of its articles are in; a group that
/// several go on as keeps the id of the oldest, and the others end; a group that none goes on as is a new story.
/// </summary>
internal sealed class StoryAssembler
{
    private readonly StoryPool _pool;
    private readonly StoryMember _newcomer;
    private readonly StoryParameters _parameters;
    private readonly StoryState[] _stories;
    private readonly Dictionary<string, int> _groupOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _heirOf = new(StringComparer.Ordinal);

    public StoryAssembler(StoryPool pool, IEnumerable<StoryState> stories, StoryMember newcomer, StoryParameters parameters)
    {
        (_pool, _newcomer, _parameters) = (pool, newcomer, parameters);
        _stories = [.. stories.Order(Comparer<StoryState>.Create((a, b) => a == b ? 0 : a.StartedBefore(b) ? -1 : 1))];
        foreach (var (group, items) in pool.Groups.Index())
        {
            foreach (var item in items)
                _groupOf[pool.Items[item].ArticleId] = group;
        }

        foreach (var story in _stories)
        {
            _heirOf[story.StoryId] = story.Comparable
                .CountBy(member => _groupOf[member.ArticleId])
                .OrderBy(pair => pair.Key)
                .MaxBy(pair => pair.Value).Key;
        }
    }

    /// <summary>Works out the stories of the groups and how they come about.</summary>
    /// <param name="newStoryId">Gives the id for a story that opens with some article as its first, and the version stored under it.</param>
    public async Task<StoryPlan> PlanAsync(Func<string, Task<(string Id, long Version)>> newStoryId)
    {
        var owners = _pool.Groups.Select((_, group) => _stories.FirstOrDefault(story => _heirOf[story.StoryId] == group)).ToArray();
        var final = new List<StoryState>();
        foreach (var (items, owner) in _pool.Groups.Zip(owners))
        {
            var id = owner is not null ? (owner.StoryId, owner.Version) : await newStoryId(_pool.Items[items[0]].ArticleId);
            final.Add(Assemble(items, final.Count, owner, id));
        }

        var ended = _stories.Where(story => owners[_heirOf[story.StoryId]] != story).ToArray();

        var (first, then, changes) = (new List<StoryState>(), new List<StoryState>(), new List<StoryChange>());
        foreach (var (group, story) in final.Index())
        {
            var lost = Without(owners[group]?.Members ?? [], story.Members);
            var gained = Without(story.Members, owners[group]?.Members ?? []);
            if (gained.Count > 0 && lost.Count > 0)
            {
                first.Add(story with { Members = [.. story.Members, .. lost] });
                then.Add(story with { Version = story.Version + 1 });
            }
            else if (gained.Count > 0)
            {
                first.Add(story);
            }
            else if (lost.Count > 0)
            {
                then.Add(story);
            }

            if (Reason(owners, group, lost, gained) is { } because)
                changes.Add(new StoryChange(story.StoryId, null, Ids(story), because));
        }

        foreach (var story in ended)
        {
            var into = final[_heirOf[story.StoryId]];
            then.Add(story with { Members = [], SearchTerms = [], MergedInto = into.StoryId });
            changes.Add(new StoryChange(story.StoryId, into.StoryId, Ids(into), StoryChangeReasons.Merged));
        }

        return new StoryPlan(final[_groupOf[_newcomer.ArticleId]], [.. first, .. then], changes);
    }

    private string? Reason(StoryState?[] owners, int group, List<StoryMember> lost, List<StoryMember> gained)
    {
        // What came with a story that ended in this one is told with its end; the newcomer's story with the newcomer.
        var moved = gained.Any(member => _stories.Any(story =>
            story.Find(member.ArticleId) is not null && (_heirOf[story.StoryId] != group || owners[group] == story)));
        if (owners[group] is null)
            return moved ? StoryChangeReasons.Split : null;
        if (lost.Any(member => owners[_groupOf[member.ArticleId]] is null))
            return StoryChangeReasons.Split;
        return moved || lost.Count > 0 ? StoryChangeReasons.Moved : null;
    }

    private StoryState Assemble(int[] items, int group, StoryState? owner, (string Id, long Version) id)
    {
        var inOrder = _stories.Where(story => story == owner).Concat(_stories.Where(story => story != owner)).ToArray();
        var indexOf = items.ToDictionary(item => _pool.Items[item].ArticleId, StringComparer.Ordinal);
        var members = inOrder
            .SelectMany(story => story.Members.Where(member => member.Evidence is null && !_groupOf.ContainsKey(member.ArticleId)
                ? _heirOf[story.StoryId] == group
                : indexOf.ContainsKey(member.ArticleId)))
            .Concat(indexOf.ContainsKey(_newcomer.ArticleId) ? [_newcomer] : [])
            .DistinctBy(member => member.ArticleId, StringComparer.Ordinal)
            .Select(member => indexOf.TryGetValue(member.ArticleId, out var item) ? Renewed(item, items, owner) : member);
        var settled = inOrder.Where(story => _heirOf[story.StoryId] == group && story.Members.Any(member => member.Evidence is null)).ToArray();
        var evidence = items.Select(item => _pool.Items[item].Evidence!).ToArray();
        return new StoryState
        {
            StoryId = id.Id,
            Version = id.Version,
            Title = _pool.CentralTitle(items),
            FirstAt = evidence.Select(one => one.At).Concat(settled.Select(story => story.FirstAt)).Min(),
            LastAt = evidence.Select(one => one.At).Concat(settled.Select(story => story.LastAt)).Max(),
            Members = Settled([.. members]),
            Sources = [.. settled.SelectMany(story => story.Sources)
                .Concat(evidence.Select(one => one.Source).OfType<string>())
                .Distinct(StringComparer.Ordinal)],
            Entities = [.. evidence.SelectMany(one => one.Entities.Distinct())
                .CountBy(entity => entity)
                .OrderByDescending(pair => pair.Value)
                .Take(_parameters.MaxEntities)
                .Select(pair => pair.Key)],
            SearchTerms = TermVector.TopOfSum(evidence.Select(one => one.Terms.All), _parameters.SearchTerms),
        };
    }

    /// <summary>A member as the pool has it; one that comes to its story now with a new confidence.</summary>
    private StoryMember Renewed(int item, int[] group, StoryState? owner)
    {
        var member = _pool.Items[item];
        if (owner?.Find(member.ArticleId) is { } placed)
            return member with { Confidence = placed.Confidence };
        var isCopy = member.ArticleId == _newcomer.ArticleId && member.Evidence!.CopyOf is not null;
        return isCopy ? member : member with { Confidence = _pool.Confidence(item, group) };
    }

    /// <summary>The earliest members without evidence, where there are too many with it.</summary>
    private StoryMember[] Settled(StoryMember[] members)
    {
        var settle = members
            .Where(member => member.Evidence is not null)
            .OrderByDescending(member => member.Evidence!.At)
            .ThenByDescending(member => member.ArticleId, StringComparer.Ordinal)
            .Skip(_parameters.ComparableMembers)
            .ToHashSet();
        return [.. members.Select(member => settle.Contains(member) ? member with { Evidence = null } : member)];
    }

    private static List<StoryMember> Without(IEnumerable<StoryMember> members, IReadOnlyList<StoryMember> others)
    {
        var ids = others.Select(member => member.ArticleId).ToHashSet(StringComparer.Ordinal);
        return [.. members.Where(member => !ids.Contains(member.ArticleId))];
    }

    private static string[] Ids(StoryState story) => [.. story.Members.Select(member => member.ArticleId)];
}
