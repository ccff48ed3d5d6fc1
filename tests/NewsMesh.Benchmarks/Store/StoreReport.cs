using System.Globalization;

namespace NewsMesh.Benchmarks.Store;

/// <summary>Figures of several clients over the same operations, as a table.</summary>
/// <param name="clients">Names of the clients; the ratios are of the first to the others.</param>
internal sealed class StoreReport(IReadOnlyList<string> clients)
{
    private const int NameWidth = 22;

    private readonly List<Dictionary<string, Dictionary<string, Measured>>> _rounds = [];

    /// <param name="round">Figures by client and operation, all of the same minute.</param>
    public void Add(Dictionary<string, Dictionary<string, Measured>> round) => _rounds.Add(round);

    public IEnumerable<string> Lines()
    {
        foreach (var operation in StoreOperation.All.Select(x => x.Name))
        {
            yield return Line($"{operation,-NameWidth}{"op/s",8}{"CPU ms",9}{"KiB",8}{"ratio of op/s",20}{"ratio of CPU",20}");
            foreach (var client in clients.Where(client => _rounds[0][client].ContainsKey(operation)))
            {
                var figures = Measured.Median([.. _rounds.Select(round => round[client][operation])]);
                yield return Line($"  {client,-NameWidth + 2}{figures.PerSecond,8:F0}{figures.CpuMilliseconds,9:F3}{figures.AllocatedKilobytes,8:F1}")
                    + Ratio(operation, client, x => x.PerSecond) + Ratio(operation, client, x => x.CpuMilliseconds);
            }
        }
    }

    /// <summary>The first client's figure by another's in each round: the middle one, the lowest and the highest.</summary>
    private string Ratio(string operation, string client, Func<Measured, double> figure)
    {
        var ratios = _rounds.ConvertAll(round => figure(round[clients[0]][operation]) / figure(round[client][operation]));
        return client == clients[0] ? "" : Line($"{$"{Measured.Middle(ratios):F2} ({ratios.Min():F2}-{ratios.Max():F2})",20}");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
