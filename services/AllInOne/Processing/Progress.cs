using Spectre.Console;

namespace NewsMesh.AllInOne.Processing;

/// <summary>A progress bar on a terminal, nothing elsewhere; on standard error, so that output can be piped.</summary>
internal static class Progress
{
    /// <summary>Runs work that reports each finished article by calling its argument.</summary>
    public static async Task RunAsync(string title, Func<Action, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(() => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(title, maxValue: double.MaxValue);
                var done = 0;
                await work(() => task.Description = $"{title}: {++done}");
                task.StopTask();
            });
    }
}
