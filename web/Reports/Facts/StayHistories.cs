using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Reports.Facts;

/// <summary>
/// The histories of one locality's stays, made of its facts. Once a transfer is accepted, the person counts on the
/// accepting ward, and the old ward's records of them no longer count.
/// </summary>
internal sealed class StayHistories
{
    private readonly List<StayHistory?> _all = [];
    private readonly Dictionary<(SiteKey Site, string Reference), ImmutableArray<int>> _at = [];
    private readonly Dictionary<SiteKey, (SiteKey Site, string Place)> _places = [];

    /// <summary>All histories in the order of their numbers, without those whose admission was cancelled.</summary>
    public StayHistory[] Seen() => [.. _all.OfType<StayHistory>()];

    /// <summary>The same, each with its number.</summary>
    public IEnumerable<(int Number, StayHistory History)> Numbered => _all.Index().Where(each => each.Item is not null).Select(each => (each.Index, each.Item!));

    /// <summary>Never throws, whatever the fact says.</summary>
    /// <returns>The history that has changed; null if none has.</returns>
    public StayChange? Take(StayFact fact)
    {
        var found = Find(fact);
        if (fact is DischargeFact)
        {
            _at[(PlaceOf(fact.Site).Site, fact.Reference)] = found is { } last ? [last] : [];
        }

        if (found is not { } number)
        {
            return fact is ArrivalFact arrival ? Begin(arrival) : null;
        }

        var before = _all[number]!;
        _all[number] = Next(before, fact);
        if (fact is ArrivalFact)
        {
            Remember(fact.Site, before.Reference, number);
        }

        return new(number, before, _all[number]);
    }

    /// <summary>
    /// The stay that a fact concerns: the latest with its reference that is at the site or, for a cancelled discharge, that has
    /// left it.
    /// </summary>
    private int? Find(StayFact fact)
    {
        var site = fact is ArrivalFact arrival ? arrival.From : fact.Site;
        if (site is null || !_at.TryGetValue((site, fact.Reference), out var numbers))
        {
            return null;
        }

        var hasLeft = fact is DischargeCancelledFact;
        for (var index = numbers.Length - 1; index >= 0; index--)
        {
            if (_all[numbers[index]] is { } history && history.Current.Site == site && history.Left is not null == hasLeft)
            {
                return numbers[index];
            }
        }

        return null;
    }

    private StayChange Begin(ArrivalFact fact)
    {
        var begun = new StayHistory(fact.Reference, fact.Admitted, fact.Home, [Spell(fact.Site, fact.Arrived)]);
        Remember(fact.Site, fact.Reference, _all.Count);
        _all.Add(Noting(begun, fact.Notes, fact.At));
        return new(_all.Count - 1, null, _all[^1]);
    }

    private void Remember(SiteKey site, string reference, int number)
    {
        var key = (PlaceOf(site).Site, reference);
        _at[key] = _at.GetValueOrDefault(key, []).Add(number);
    }

    private StayHistory? Next(StayHistory before, StayFact fact) => fact switch
    {
        AdmissionCancelledFact => null,
        ArrivalFact e => Noting(before with { Wards = before.Wards.Add(Spell(e.Site, e.At)) }, e.Notes, e.At),
        DischargeFact e => before with { Left = e.Left, Destination = e.Destination },
        DischargeCancelledFact e => Noting(before with { Left = null }, e.Notes, e.At),
        OptimisedCancelledFact => before with { Optimised = before.Optimised.RemoveAll(period => period.End is null) },
        CorrectionFact e => before with { Admitted = e.Admitted, Home = e.Home },
        DayFact e => before with { Days = before.Days.RemoveAll(mark => mark.Day == e.Day).Add(new(e.Day, e.IsGreen, e.Reason)) },
        NotesFact e => Noting(before, e.Notes, e.At),
        OfferMadeFact e => before with { Offers = before.Offers.RemoveAll(each => each.Id == e.Id).Add(new(e.Id, e.Place, e.At)) },
        OfferAnsweredFact e => before.WithOffer(e.Id, offer => offer with { Answers = offer.Answers.Add(new(e.At, e.Answer, e.Reason)) }),
        OfferWithdrawnFact e => before.WithOffer(e.Id, offer => offer with { Withdrawn = e.At, Because = e.Reason }),
        AssessmentFact e => before with { Assessments = before.Assessments.RemoveAll(each => each.Id == e.Id).Add(new(e.Id, e.Kind, e.Asked, e.Ended, e.IsDone)) },
        _ => before,
    };

    /// <summary>Records what has changed in the stay.</summary>
    private static StayHistory Noting(StayHistory history, StayNotes? notes, DateTimeOffset at) => notes is null
        ? history
        : history with
        {
            Optimised = Noting(history.Optimised, notes.Optimised, at),
            Reasons = Noting(history.Reasons, notes.Delay, at),
            Pathway = notes.Pathway,
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

    private static ImmutableArray<PrimaryReason> Noting(ImmutableArray<PrimaryReason> reasons, MainDelay? main, DateTimeOffset at)
    {
        var last = reasons is [.., var known] ? known : null;
        var now = new PrimaryReason(at, main?.Reason, main?.Owner ?? default, main?.Since ?? default);
        return (last?.Reason, last?.Owner ?? default, last?.Since ?? default) == (now.Reason, now.Owner, now.Since) ? reasons : reasons.Add(now);
    }

    private WardSpell Spell(SiteKey site, DateTimeOffset from)
    {
        var place = PlaceOf(site);
        return new(place.Site, place.Place, from);
    }

    /// <summary>The same objects for all stays at a site, which keeps the histories small.</summary>
    private (SiteKey Site, string Place) PlaceOf(SiteKey site)
    {
        if (!_places.TryGetValue(site, out var place))
        {
            _places[site] = place = (site, HospitalOrUnit.Of(site));
        }

        return place;
    }
}
