using System.Collections.Immutable;
using System.Globalization;
using CapacityBoard.Beds;
using CapacityBoard.Board;
using CapacityBoard.Sites;
using CapacityBoard.Stays;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.People;

/// <summary>The form for a person's needs.</summary>
public static class NeedsForm
{
    public const int Wishes = 5;

    /// <summary>Every bed type except those of wards.</summary>
    public static IReadOnlyList<Option> Types { get; } =
        Options.Of(Enum.GetValues<BedType>().Where(type => type != BedType.Inpatient), Labels.Of);

    public static IReadOnlyList<Option> Care { get; } = [new("nursing", "Nursing"), new("dementia", "Dementia care")];

    public static Needs In(SentForm form, SiteNames names)
    {
        var types = form.Ticked<BedType>("types");
        if (types.Count == 0)
        {
            form.AddProblem("types", "Choose at least one suitable kind of place.");
        }

        var best = form.Text("best") is null ? (BedType?)null : form.Code<BedType>("best", "Choose the best match from the list.");
        return new(
            [.. types.OrderBy(type => type != best)],
            form.IsTicked("care-nursing"),
            form.IsTicked("care-dementia"),
            form.Text("mobility") is null ? Mobility.NotKnown : form.Code<Mobility>("mobility", "Choose the person’s mobility."),
            form.Text("funding") is null ? Funding.NotKnown : form.Code<Funding>("funding", "Choose the funding."),
            WishedIn(form, names),
            form.Optional("near"),
            KilometresIn(form),
            form.Optional("note", Limits.LongText));
    }

    /// <summary>The place named in a field; null if it is empty or names none, in which case a problem is added.</summary>
    public static SiteKey? PlaceIn(SentForm form, string field, SiteNames names)
    {
        if (form.Optional(field) is not { } name)
        {
            return null;
        }

        if (names.Find(name) is { } site)
        {
            return site;
        }

        form.AddProblem(field, "There is no place with that name on the board. Choose one from the list, or leave this empty.");
        return null;
    }

    private static ImmutableArray<SiteKey> WishedIn(SentForm form, SiteNames names) =>
        [.. Enumerable.Range(1, Wishes).Select(wish => PlaceIn(form, $"wish-{wish}", names)).OfType<SiteKey>().Distinct()];

    private static double? KilometresIn(SentForm form)
    {
        if (form.Text("withinKilometres") is not { } typed)
        {
            return null;
        }

        if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var miles))
        {
            return Miles.ToKilometres(miles);
        }

        form.AddProblem("withinKilometres", "Enter a number of miles, such as 3.");
        return null;
    }
}
