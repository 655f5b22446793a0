using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports;

/// <summary>
/// One stay, followed through the list of entries from its admission: only what is about it, so that every question can be
/// answered by going through them. Written without a look at the facts of reports.
/// </summary>
internal sealed class StayRecount
{
    private readonly List<JournalEntry> _own = [];

    private StayRecount(JournalEntry admission)
    {
        Admission = admission;
        _own.Add(admission);
    }

    public JournalEntry Admission { get; }

    public string Reference => ((StayAdmitted)Admission.Event).Stay.Reference;

    /// <summary>Whose stay it is, in the words of one hospital or unit.</summary>
    public string Person => Reference.ToUpperInvariant();

    public bool NeverWas => _own.Any(entry => entry.Event is AdmissionCancelled);

    public IEnumerable<JournalEntry> Own => _own;

    public static IEnumerable<StayRecount> All(List<JournalEntry> entries) =>
        entries.Where(entry => entry.Event is StayAdmitted).Select(admission => Follow(admission, entries)).Where(stay => !stay.NeverWas);

    public DateTimeOffset AdmittedAt => _own.Select(entry => entry.Event switch
    {
        StayAdmitted e => e.Stay.AdmittedAt,
        StayCorrected e => e.AdmittedAt,
        _ => (DateTimeOffset?)null,
    }).Last(at => at is not null)!.Value;

    public string? Home => _own.Select(entry => entry.Event switch
    {
        StayAdmitted e => (true, e.Stay.HomeLocality),
        StayCorrected e => (true, e.HomeLocality),
        _ => (false, null),
    }).Last(said => said.Item1).Item2;

    public StayDischarged? Discharge => _own.LastOrDefault(entry => entry.Event is StayDischarged or DischargeCancelled)?.Event as StayDischarged;

    public bool IsIn(DateTimeOffset at) => Discharge is not { } discharge || at < discharge.At;

    public SiteKey WardAt(DateTimeOffset at) =>
        _own.LastOrDefault(entry => entry.Event is TransferAccepted && entry.At <= at)?.Site ?? Admission.Site;

    public Pathway? Pathway => (_own.LastOrDefault(entry => entry.Event is PathwaySet)?.Event as PathwaySet)?.Pathway;

    /// <summary>The declarations that were never cancelled, each with when it was withdrawn.</summary>
    public List<(DateTimeOffset From, DateTimeOffset? Withdrawn)> Periods()
    {
        var periods = new List<(DateTimeOffset, DateTimeOffset?)>();
        for (var index = 0; index < _own.Count; index++)
        {
            if (_own[index].Event is MedicallyOptimisedDeclared declared)
            {
                var end = _own.Skip(index + 1).FirstOrDefault(entry => entry.Event is MedicallyOptimisedWithdrawn or MedicallyOptimisedCancelled);
                if (end?.Event is not MedicallyOptimisedCancelled)
                {
                    periods.Add((declared.At, end?.At));
                }
            }
        }

        return periods;
    }

    public bool IsDelayedAt(DateOnly day)
    {
        var midnight = LocalDay.StartOf(day);
        return IsIn(midnight) && Periods().Any(period => LocalDay.Of(period.From) < day && (period.Withdrawn is null || period.Withdrawn > midnight));
    }

    public (DelayReason Reason, DelayOwner Owner)? ReasonAt(DateOnly day)
    {
        var midnight = LocalDay.StartOf(day);
        var known = PrimaryAfter(_own.Where(entry => entry.At <= midnight));
        if (known is { } primary && primary.Since < day)
        {
            return (primary.Reason, primary.Owner);
        }

        foreach (var later in _own.Where(entry => entry.At > midnight && entry.Event is PlanEvent))
        {
            if (PrimaryAfter(_own.TakeWhile(entry => entry != later).Append(later)) is { } said && said.Since < day)
            {
                return (said.Reason, said.Owner);
            }
        }

        return null;
    }

    /// <summary>What was last said of a day: null for nothing, else whether it is green, and why not.</summary>
    public (bool IsGreen, DelayReason? Reason)? Mark(DateOnly day) =>
        _own.LastOrDefault(entry => entry.Event is DayMarked marked && marked.Day == day)?.Event is DayMarked mark ? (mark.IsGreen, mark.Reason) : null;

    private static StayRecount Follow(JournalEntry admission, List<JournalEntry> entries)
    {
        var stay = new StayRecount(admission);
        var site = admission.Site;
        var left = false;
        foreach (var entry in entries.Where(entry => entry.Position > admission.Position))
        {
            if (entry.Event is TransferAccepted accepted && accepted.From == site && accepted.Stay.Reference == stay.Reference && !left)
            {
                site = entry.Site;
                stay._own.Add(entry);
            }
            else if (entry.Site == site && ReferenceOf(entry.Event) == stay.Reference)
            {
                if (left && entry.Event is StayDischarged)
                {
                    break;
                }

                if (left != entry.Event is DischargeCancelled)
                {
                    continue;
                }

                left = entry.Event is StayDischarged;
                stay._own.Add(entry);
                if (entry.Event is AdmissionCancelled)
                {
                    break;
                }
            }
        }

        return stay;
    }

    private static (DelayReason Reason, DelayOwner Owner, DateOnly Since)? PrimaryAfter(IEnumerable<JournalEntry> entries)
    {
        var delays = new List<(DelayReason Reason, DelayOwner Owner, DateOnly Since)>();
        DelayReason? primary = null;
        foreach (var entry in entries)
        {
            if (entry.Event is DelayRecorded recorded)
            {
                var index = delays.FindIndex(delay => delay.Reason == recorded.Reason);
                if (index < 0)
                {
                    delays.Add(default);
                    index = delays.Count - 1;
                }

                delays[index] = (recorded.Reason, recorded.Owner, recorded.Since);
                primary = recorded.IsPrimary ? recorded.Reason : primary == recorded.Reason ? null : primary;
            }
            else if (entry.Event is DelayEnded ended)
            {
                delays.RemoveAll(delay => delay.Reason == ended.Reason);
                primary = primary == ended.Reason ? null : primary;
            }

            primary ??= delays.Count == 0 ? null : delays.MinBy(delay => delay.Since).Reason;
        }

        return primary is { } reason ? delays.Single(delay => delay.Reason == reason) : null;
    }

    private static string? ReferenceOf(SiteEvent happened) =>
        happened is StayAdmitted or TransferAccepted ? null
        : happened is DischargeCancelled cancelled ? cancelled.Stay.Reference
        : happened.GetType().GetProperty("Stay")?.GetValue(happened) as string;
}
