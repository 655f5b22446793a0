using CapacityBoard.Sites;

namespace CapacityBoard.Beds;

/// <summary>Decides commands about expected vacancies.</summary>
internal static class ExpectedVacancies
{
    /// <summary>More than a site can really expect at once; beyond it, the oldest must be confirmed or cancelled first.</summary>
    private const int MostAtOnce = 200;

    public static Decision Expect(ExpectVacancy command, Capacity capacity, OccupancyRule rule, Moment moment)
    {
        if (rule.OccupiedFollowsStays)
        {
            return Decision.Refuse(
                RefusalCode.NotForThisKind, "A ward's expected vacancies come from expected dates of discharge. Set one of those instead.");
        }

        if ((Limits.RequiredText(command.Reason, "reason") ?? Limits.Ahead(command.At, "at", moment.Clock)) is { } refusal)
        {
            return refusal;
        }

        if (capacity.Line(command.Type) is not { } line)
        {
            return CapacityDecisions.NoLine(command.Type);
        }

        var expected = capacity.Expected.Count(each => each.Type == command.Type);
        return expected < Math.Min(line.Occupied + line.Closed, MostAtOnce)
            ? new VacancyExpected(moment.Operation, command.Type, command.At, command.Reason)
            : Decision.Refuse(
                RefusalCode.NumbersDoNotAddUp,
                $"{expected} vacancies are already expected and {line.Occupied + line.Closed} beds are occupied or closed, so no more can become free.");
    }

    public static Decision Confirm(ConfirmExpectedVacancy command, Capacity capacity, OccupancyRule rule)
    {
        if (Find(command.ExpectedVacancy, capacity) is not { } expected)
        {
            return Unknown();
        }

        if (capacity.Line(expected.Type) is not { } line)
        {
            return CapacityDecisions.NoLine(expected.Type);
        }

        return line.Occupied > rule.Stays(expected.Type)
            ? new ExpectedVacancyConfirmed(expected.Id, expected.Type)
            : Decision.Refuse(
                RefusalCode.NumbersDoNotAddUp,
                line.Occupied == 0
                    ? "No beds of this type are occupied, so none can become free. Cancel the expected vacancy."
                    : "Everyone in these beds is recorded as a stay. Discharge the person who left, then cancel the expected vacancy.");
    }

    public static Decision Cancel(CancelExpectedVacancy command, Capacity capacity)
    {
        if (Limits.RequiredText(command.Reason, "reason") is { } refusal)
        {
            return refusal;
        }

        return Find(command.ExpectedVacancy, capacity) is { } expected
            ? new ExpectedVacancyCancelled(expected.Id, command.Reason)
            : Unknown();
    }

    private static ExpectedVacancy? Find(string id, Capacity capacity) => capacity.Expected.FirstOrDefault(expected => expected.Id == id);

    private static Decision Unknown() => Decision.Refuse(
        RefusalCode.UnknownExpectedVacancy, "There is no such expected vacancy. It may have been confirmed or cancelled.", "expectedVacancy");
}
