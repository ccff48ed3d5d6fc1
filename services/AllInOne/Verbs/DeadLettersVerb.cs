using System.CommandLine;
using System.Globalization;
using NewsMesh.AllInOne.Amqp;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.AllInOne.Verbs;

/// <summary><c>newsmesh deadletters list|show|replay|purge</c>: the messages that failed for good.</summary>
internal static class DeadLettersVerb
{
    private const int DefaultLimit = 100;

    public static Command Create() => new("deadletters", "Lists, shows, replays or throws away failed messages.")
    {
        List(), Show(), Replay(), Purge(),
    };

    private static Command List()
    {
        var bus = BusSettings.Option();
        var queue = QueueOption();
        var limit = LimitOption($"Messages listed of each queue, the oldest; {DefaultLimit} by default.");
        var command = new Command("list", "One line a message: queue, position, time, message id, submission id, exception, text.") { bus, queue, limit };
        command.SetAction((parsed, ct) => ForEachAsync(parsed.GetValue(bus), parsed.GetValue(queue), async letters =>
        {
            foreach (var letter in await letters.ListAsync(parsed.GetValue(limit) ?? DefaultLimit, ct))
            {
                Console.WriteLine(DeadLetterText.Line(letter));
            }

            if (await letters.CountAsync(ct) is > 0 and var count)
            {
                await Console.Error.WriteLineAsync(Sentence($"{letters.WorkQueue}: {count} failed"));
            }
        }, ct));
        return command;
    }

    private static Command Show()
    {
        var bus = BusSettings.Option();
        var queue = QueueOption();
        queue.Required = true;
        var position = new Argument<int>("position") { Description = "The position that list gives." };
        var command = new Command("show", "Headers and body of one message.") { position, bus, queue };
        command.SetAction((parsed, ct) => ForEachAsync(parsed.GetValue(bus), parsed.GetValue(queue), async letters =>
        {
            var at = parsed.GetValue(position);
            var message = await letters.FindAsync(at, ct)
                ?? throw new UsageException(Sentence($"{letters.WorkQueue} has no failed message at position {at}."));
            Console.WriteLine(DeadLetterText.Page(message));
        }, ct));
        return command;
    }

    private static Command Replay()
    {
        var bus = BusSettings.Option();
        var queue = QueueOption();
        var limit = LimitOption("Messages moved of each queue, the oldest; all by default.");
        var command = new Command("replay", "Moves failed messages back to the queue in which they failed.") { bus, queue, limit };
        command.SetAction((parsed, ct) => ForEachAsync(parsed.GetValue(bus), parsed.GetValue(queue), async letters =>
            Console.WriteLine(Sentence(
                $"{letters.WorkQueue}: {await letters.ReplayAsync(parsed.GetValue(limit) ?? long.MaxValue, ct)} replayed")), ct));
        return command;
    }

    private static Command Purge()
    {
        var bus = BusSettings.Option();
        var queue = QueueOption();
        var yes = new Option<bool>("--yes") { Description = "Really; without it nothing is thrown away." };
        var command = new Command("purge", "Throws failed messages away.") { bus, queue, yes };
        command.SetAction((parsed, ct) => ForEachAsync(parsed.GetValue(bus), parsed.GetValue(queue), async letters =>
        {
            if (!parsed.GetValue(yes))
            {
                throw new UsageException("purge throws the failed messages away for good: say so with --yes.");
            }

            Console.WriteLine(Sentence($"{letters.WorkQueue}: {await letters.PurgeAsync(ct)} thrown away"));
        }, ct));
        return command;
    }

    private static async Task<int> ForEachAsync(string? bus, string? queue, Func<DeadLetterQueue, Task> act, CancellationToken ct)
    {
        var queues = queue is null ? BusNames.WorkQueues : [WorkQueue(queue)];
        await using var broker = await Broker.ConnectAsync(BusSettings.Read(bus), ct);
        foreach (var name in queues)
        {
            await act(new DeadLetterQueue(broker, name));
        }

        return ExitCodes.Done;
    }

    private static string WorkQueue(string name) =>
        BusNames.WorkQueues.FirstOrDefault(queue => queue == name || BusNames.ErrorQueue(queue) == name)
        ?? throw new UsageException($"'{name}' is none of the work queues: {string.Join(' ', BusNames.WorkQueues)}.");

    private static Option<string?> QueueOption() => new("--queue")
    {
        Description = $"One of {string.Join(", ", BusNames.WorkQueues)}; all by default.",
    };

    private static Option<int?> LimitOption(string description)
    {
        var limit = new Option<int?>("--limit") { Description = description };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--limit must be at least 1.");
            }
        });
        return limit;
    }

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
