using System.Diagnostics;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Services.Tests.Support;

namespace NewsMesh.Services.Tests;

public sealed class StageRunnerTests
{
    [Fact]
    public void A_run_records_stage_start_duration_version_and_note()
    {
        var clock = new ManualClock();
        var started = clock.GetUtcNow();
        using var metrics = new NewsMeshMetrics();
        using var run = new StageRunner(metrics, clock).Start(Contracts.Stages.Entities, "model-3");
        clock.Advance(TimeSpan.FromMilliseconds(12.5));

        Assert.Equal(
            new StageRecord { Stage = "entities", StartedAt = started, DurationMs = 12.5, Version = "model-3", Note = "why" }, run.Record("why"));
    }

    [Fact]
    public void A_run_is_a_span_named_after_the_stage_with_its_attributes()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewsMeshTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (spans)
                {
                    spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var metrics = new NewsMeshMetrics();
        using (var run = new StageRunner(metrics, new ManualClock()).Start("stage of this test", "7"))
        {
            run.Tag("article.id", "a-1");
        }

        var span = Assert.Single(spans, s => s.OperationName == "stage of this test");
        Assert.Equal(("7", "a-1"), (span.GetTagItem("newsmesh.stage.version"), span.GetTagItem("newsmesh.article.id")));
    }
}
