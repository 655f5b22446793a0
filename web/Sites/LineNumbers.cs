using CapacityBoard.Beds;
using CapacityBoard.Ui;
using CapacityBoard.Ui.Forms;

namespace CapacityBoard.Sites;

/// <summary>A declaration of a bed line: one bed more or fewer free, or typed numbers.</summary>
public static class LineNumbers
{
    /// <summary>One more bed free means one fewer occupied, relative to the numbers that the page showed.</summary>
    public static DeclareVacancies OneBed(SentForm form)
    {
        var type = form.Code<BedType>("type", "Choose a bed type.");
        var seen = SeenIn(form);
        var step = form.Text("step") switch { "more" => -1, "fewer" => 1, _ => 0 };
        if (step == 0)
        {
            form.AddProblem(null, "Use + or − to change how many are free.");
        }
        else if (seen.Occupied + step < 0)
        {
            form.AddProblem(null, $"No {BedWords.Noun(type)} is {BedWords.Taken(type)}, so no more can become free. If you have more, change the total.");
        }

        return new([new(type, seen.Total, Math.Max(0, seen.Occupied + step), seen.Closed, Seen: seen)]);
    }

    /// <summary>
    /// The total and, if typed, the number free; a ward's occupied beds are its people. Held beds are neither free nor occupied,
    /// so the number that the page showed as held is subtracted.
    /// </summary>
    public static DeclareVacancies Typed(SentForm form, Site site)
    {
        var type = form.Code<BedType>("type", "Choose a bed type.");
        var total = form.Count("total", "The total");
        var seen = SeenIn(form);
        if (site.Occupancy.OccupiedFollowsStays)
        {
            var people = site.Stays.In(type);
            return new([new(type, total, people, seen.Closed, Seen: seen with { Occupied = people })]);
        }

        var free = form.Count("free", "Free now");
        var (closed, held) = (total == 0 ? 0 : seen.Closed, form.Seen("held"));
        var occupied = total - closed - held - free;
        if (form.IsValid && occupied < 0)
        {
            form.AddProblem("free", MoreThanTotal(total, free, closed, held));
        }

        return new([new(type, total, Math.Max(0, occupied), closed, Seen: seen)]);
    }

    /// <summary>The numbers that the page showed; empty for a bed type that is being added.</summary>
    private static LineSeen SeenIn(SentForm form) => new(form.Seen("total-seen"), form.Seen("occupied-seen"), form.Seen("closed-seen"));

    private static string MoreThanTotal(int total, int free, int closed, int held)
    {
        IEnumerable<string?> parts = [$"{free} free", closed == 0 ? null : $"{closed} closed", held == 0 ? null : $"{held} held"];
        return closed + held == 0
            ? $"{free} free is more than the total of {total}."
            : $"{string.Join(" and ", parts.OfType<string>())} make {free + closed + held}, more than the total of {total}.";
    }
}
