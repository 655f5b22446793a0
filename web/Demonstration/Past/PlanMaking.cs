using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>
/// What wards record about discharge planning: medically optimised, pathway, needs, expected date of discharge, red and green
/// days.
/// </summary>
internal sealed class PlanMaking(Scene scene, DelayCourse delays)
{
    private static readonly DelayReason[] RedDays =
        [DelayReason.MedicalReview, DelayReason.TherapyReview, DelayReason.MedicalReview, DelayReason.DischargeDecision, DelayReason.MedicinesOrLetter];

    private readonly Random _random = scene.Random;
    private readonly NeedsFound _needs = new(scene);

    public static Pathway PathwayOf(Random random, bool isLong) => (isLong, random.Next(100)) switch
    {
        (false, < 88) => Pathway.P0,
        (false, < 98) => Pathway.P1,
        (false, _) => Pathway.P2,
        (_, < 18) => Pathway.P0,
        (_, < 64) => Pathway.P1,
        (_, < 79) => Pathway.P2,
        _ => Pathway.P3,
    };

    /// <summary>For a person who was medically optimised before the past begins.</summary>
    public void WasOptimised(Patient patient, int daysAgo)
    {
        Optimised(patient, scene.Now.AddDays(-daysAgo).AddMinutes(-10));
        delays.Begin(patient, daysAgo);
    }

    /// <summary>What is recorded before a short stay ends as planned.</summary>
    public void BeforeShortStayEnds(Patient patient, DateTimeOffset at)
    {
        var before = _random.Chance(0.2) ? 26 : 1 + 3 * _random.NextDouble();
        if (_random.Chance(0.85))
        {
            scene.At(at.AddHours(-before), patient, _ =>
            {
                Optimised(patient, scene.Now);
                delays.PerhapsBeforeShortStayEnds(patient);
            });
        }

        if (_random.Chance(0.45))
        {
            scene.At(at.AddHours(-before - 4 - 12 * _random.NextDouble()), patient, stay => Expect(patient, stay, LocalDay.Of(at)));
        }
    }

    public void PlanDay(DateOnly day, Patients patients)
    {
        var waiting = patients.LongStays.Count(patient => !patient.IsLeaving && patients.IsOptimised(patient));
        var wanted = (int)(patients.Hospital.OptimisedLongStays * scene.SeasonOn(day));
        var candidates = patients.Present.Where(patient => patient.IsLong && patient.Midnights(scene.Now) >= 4 && !patients.IsOptimised(patient)).ToArray();
        _random.Shuffle(candidates);
        foreach (var patient in candidates.Take(Math.Max(0, wanted - waiting)))
        {
            scene.At(_random.In(day, 9, 13), patient, _ => BecomesOptimised(patient));
        }

        foreach (var patient in patients.Present.Where(_ => !Rhythm.IsWeekend(day) && _random.Chance(0.6)))
        {
            scene.At(_random.In(day, 9, 11.5), patient, stay => LookAtExpected(patient, stay));
        }

        foreach (var patient in patients.Present.Where(patient => patient.Midnights(scene.Now) >= 1 && _random.Chance(Rhythm.IsWeekend(day) ? 0.35 : 0.88)))
        {
            scene.At(_random.In(day, 14.5, 17.5), patient, stay => Mark(patient, stay, day));
        }
    }

    public void Expect(Patient patient, Stay stay, DateOnly date, string? reason = null)
    {
        if (stay.ExpectedDischarge != date && date >= scene.Today)
        {
            scene.Tell(patient, new SetExpectedDischarge(patient.Reference, date, reason));
        }
    }

    private void BecomesOptimised(Patient patient)
    {
        Optimised(patient, scene.Now);
        scene.At(scene.Now.AddHours(20 + 6 * _random.NextDouble()), patient, stay =>
        {
            if (stay.Optimised is not null)
            {
                delays.Begin(patient, 0);
            }
        });
        if (_random.Chance(0.05))
        {
            scene.At(scene.Now.AddDays(1 + 3 * _random.NextDouble()), patient, _ => Withdraw(patient));
        }
    }

    private void Optimised(Patient patient, DateTimeOffset at)
    {
        if (!scene.Tell(patient, new DeclareMedicallyOptimised(patient.Reference, at)))
        {
            return;
        }

        if (patient.IsLong || _random.Chance(0.6))
        {
            scene.Tell(patient, new SetPathway(patient.Reference, patient.Pathway));
        }

        if (patient.IsLong && patient.Pathway != Pathway.P0 && _random.Chance(0.92))
        {
            scene.Tell(patient, new SetNeeds(patient.Reference, _needs.Of(patient)));
        }
    }

    private void Withdraw(Patient patient)
    {
        if (!patient.IsLeaving && patient.Booking is null)
        {
            scene.Tell(patient, new WithdrawMedicallyOptimised(patient.Reference, _random.Of(Phrases.NotFitAfterAll)));
        }
    }

    /// <summary>Sets the date again if it has passed or was never set.</summary>
    private void LookAtExpected(Patient patient, Stay stay)
    {
        if (!patient.IsLeaving && (stay.ExpectedDischarge is not { } day || day < scene.Today))
        {
            var reason = stay.PrimaryDelay is { } delay ? delay.Reason.Entry().Words : null;
            Expect(patient, stay, scene.Today.AddDays(stay.Optimised is null ? _random.Next(2, 9) : _random.Next(1, 6)), reason);
        }
    }

    private void Mark(Patient patient, Stay stay, DateOnly day)
    {
        var isGreen = _random.Chance(stay.Optimised is null ? 0.72 : 0.12);
        DelayReason? reason = isGreen ? null : stay.PrimaryDelay?.Reason ?? _random.Of(RedDays);
        scene.Tell(patient, new MarkDay(patient.Reference, day, isGreen, reason));
    }
}
