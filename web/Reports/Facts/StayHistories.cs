using System.Collections.Immutable;
using CapacityBoard.Journal;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// The histories of one locality's stays, folded from its entries. Once a transfer is accepted, the person counts on the
/// accepting ward, and the old ward's records of them no longer count.
/// </summary>
internal sealed class StayHistories
{
    private readonly List<StayHistory?> _all = [];
    private readonly Dictionary<(SiteKey Site, string Reference), ImmutableArray<int>> _at = [];
    private readonly Dictionary<SiteKey, string> _places = [];

    /// <summary>All histories in the order of their numbers, without those whose admission was cancelled.</summary>
    public StayHistory[] Seen() => [.. _all.OfType<StayHistory>()];

    /// <summary>Those with a reference, whatever its capitals.</summary>
    public IEnumerable<StayHistory> Named(string reference) => _all.OfType<StayHistory>().Where(history => StayReferences.AreSame(history.Reference, reference));

    /// <summary>Folds an entry. Never throws, whatever the entry contains.</summary>
    /// <param name="after">The site after the entry.</param>
    /// <returns>The changed history, before and after; null if none changed.</returns>
    public (int Number, StayHistory? Before, StayHistory? After)? Fold(JournalEntry entry, Site after)
    {
        if (ReferenceOf(entry.Event) is not { } reference)
        {
            return null;
        }

        var found = Find(entry, reference);
        if (entry.Event is StayDischarged)
        {
            _at[(entry.Site, reference)] = found is { } last ? [last] : [];
        }

        if (found is not { } number)
        {
            return entry.Event is StayAdmitted or TransferAccepted ? Begin(entry, reference, after) : null;
        }

        var before = _all[number]!;
        _all[number] = Next(before, entry, after.Stays.Find(reference));
        if (entry.Event is TransferAccepted)
        {
            Remember(entry.Site, reference, number);
        }

        return (number, before, _all[number]);
    }

    /// <summary>
    /// The stay that an entry concerns: the latest with its reference that is at the site or, for a cancelled discharge, that has
    /// left it.
    /// </summary>
    private int? Find(JournalEntry entry, string reference)
    {
        var site = entry.Event switch { StayAdmitted => null, TransferAccepted e => e.From, _ => entry.Site };
        if (site is null || !_at.TryGetValue((site, reference), out var numbers))
        {
            return null;
        }

        var hasLeft = entry.Event is DischargeCancelled;
        for (var index = numbers.Length - 1; index >= 0; index--)
        {
            if (_all[numbers[index]] is { } history && history.Current.Site == site && history.Left is not null == hasLeft)
            {
                return numbers[index];
            }
        }

        return null;
    }

    private (int, StayHistory?, StayHistory?) Begin(JournalEntry entry, string reference, Site after)
    {
        var stay = entry.Event is StayAdmitted admitted ? admitted.Stay : ((TransferAccepted)entry.Event).Stay;
        var begun = new StayHistory(reference, stay.AdmittedAt, stay.HomeLocality, [new(entry.Site, PlaceOf(entry.Site), stay.ArrivedAt)]);
        Remember(entry.Site, reference, _all.Count);
        _all.Add(Noting(begun, entry, after.Stays.Find(reference)));
        return (_all.Count - 1, null, _all[^1]);
    }

    private void Remember(SiteKey site, string reference, int number) =>
        _at[(site, reference)] = _at.GetValueOrDefault((site, reference), []).Add(number);

    private StayHistory? Next(StayHistory before, JournalEntry entry, Stay? stay) => entry.Event switch
    {
        AdmissionCancelled => null,
        TransferAccepted => Noting(before with { Wards = before.Wards.Add(new(entry.Site, PlaceOf(entry.Site), entry.At)) }, entry, stay),
        StayDischarged e => before with { Left = e.At, Destination = e.Destination },
        DischargeCancelled => Noting(before with { Left = null }, entry, stay),
        MedicallyOptimisedCancelled => before with { Optimised = before.Optimised.RemoveAll(period => period.End is null) },
        StayCorrected e => before with { Admitted = e.AdmittedAt, Home = e.HomeLocality },
        DayMarked e => before with { Days = before.Days.RemoveAll(mark => mark.Day == e.Day).Add(new(e.Day, e.IsGreen, e.Reason)) },
        _ => Noting(before, entry, stay),
    };

    /// <summary>Records what has changed in the stay.</summary>
    private static StayHistory Noting(StayHistory history, JournalEntry entry, Stay? stay) => stay is null
        ? history
        : history with
        {
            Optimised = Noting(history.Optimised, stay.Optimised?.At, entry.At),
            Reasons = Noting(history.Reasons, stay.PrimaryDelay, entry.At),
            Pathway = stay.Plan?.Pathway,
        };

    private static ImmutableArray<OptimisedPeriod> Noting(ImmutableArray<OptimisedPeriod> periods, DateTimeOffset? since, DateTimeOffset at)
    {
        var open = periods is [.., { End: null } last] ? last : null;
        if (open?.From == since)
        {
            return periods;
        }

        var ended = open is null ? periods : periods.SetItem(periods.Length - 1, open with { End = at });
        return since is { } from ? ended.Add(new(from)) : ended;
    }

    private static ImmutableArray<PrimaryReason> Noting(ImmutableArray<PrimaryReason> reasons, Delay? primary, DateTimeOffset at)
    {
        var last = reasons is [.., var known] ? known : null;
        return (last?.Reason, last?.Owner ?? default, last?.Since ?? default) == (primary?.Reason, primary?.Owner ?? default, primary?.Since ?? default)
            ? reasons
            : reasons.Add(new(at, primary?.Reason, primary?.Owner ?? default, primary?.Since ?? default));
    }

    private string PlaceOf(SiteKey site)
    {
        if (!_places.TryGetValue(site, out var place))
        {
            _places[site] = place = HospitalOrUnit.Of(site);
        }

        return place;
    }

    /// <summary>The stay whose history an entry may change; null if it changes nothing that reports count.</summary>
    private static string? ReferenceOf(SiteEvent happened) =>
        happened is StayEvent and not (ExpectedDischargeSet or BedChanged or GrandRounds.ReviewEvent or TransferBegun or TransferCompleted or TransferAbandoned)
            ? StayEvents.StayOf(happened)
            : null;
}
