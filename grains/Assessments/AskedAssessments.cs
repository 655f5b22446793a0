using System.Collections.Immutable;
using CapacityBoard.Sites;

namespace CapacityBoard.Assessments;

/// <summary>The assessments that were asked for in a stay, in the order they were asked for. They move with the person from ward to ward and end with the stay.</summary>
[GenerateSerializer, Alias("board.asked-assessments"), Immutable]
public sealed record AskedAssessments([Id(0)] ImmutableArray<Assessment> All)
{
    /// <summary>Keeps a stay's state small; older ones are in the journal.</summary>
    private const int EndedKept = 20;

    public static AskedAssessments Empty { get; } = new(ImmutableArray<Assessment>.Empty);

    public Assessment? Open(string? id) => All.FirstOrDefault(each => each.Id == id && each.IsOpen);

    public Assessment? Open(AssessmentKind kind) => All.FirstOrDefault(each => each.Kind == kind && each.IsOpen);

    internal AskedAssessments Apply(AssessmentEvent happened, Stamp stamp) => happened switch
    {
        AssessmentRequested e => new(All.Add(new(e.Id, e.Kind, e.Team, stamp, e.WantedBy, e.NotDelaying))),
        AssessmentPromised e => Change(e.Id, each => each with { PromisedFor = e.For, Promised = stamp }),
        AssessmentStarted e => Change(e.Id, each => each with { Started = stamp with { At = e.At } }),
        AssessmentCompleted e => End(e.Id, new(stamp with { At = e.At }, e.Outcome, null, e.Delay)),
        AssessmentCancelled e => End(e.Id, new(stamp, null, e.Reason, e.Delay)),
        _ => this,
    };

    private AskedAssessments End(string id, AssessmentEnd end)
    {
        var changed = Change(id, each => each with { Ended = end }).All;
        var oldest = changed.Where(each => !each.IsOpen).SkipLast(EndedKept).ToHashSet();
        return new(changed.RemoveAll(oldest.Contains));
    }

    private AskedAssessments Change(string id, Func<Assessment, Assessment> change) =>
        new([.. All.Select(each => each.Id == id && each.IsOpen ? change(each) : each)]);
}
