using System.Net.Mail;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Sites;

namespace CapacityBoard.Admin;

/// <summary>
/// Understands a pasted list of people to invite: name, email address, role and place, in this order or in that of a first line
/// that names these columns. It knows no accounts; <see cref="Invitations"/> does.
/// </summary>
/// <param name="find">Finds a place by what was written.</param>
internal sealed class PastedPeople(Func<string, FoundPlace> find)
{
    private static readonly string[] UsualOrder = [NameColumn, MailColumn, RoleColumn, PlaceColumn];

    private const string NameColumn = "name";
    private const string MailColumn = "email";
    private const string RoleColumn = "role";
    private const string PlaceColumn = "place";

    /// <summary>What people call the columns in their spreadsheets.</summary>
    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = NameColumn,
        ["full name"] = NameColumn,
        ["email"] = MailColumn,
        ["e-mail"] = MailColumn,
        ["email address"] = MailColumn,
        ["e-mail address"] = MailColumn,
        ["role"] = RoleColumn,
        ["place"] = PlaceColumn,
        ["where"] = PlaceColumn,
        ["site"] = PlaceColumn,
        ["home"] = PlaceColumn,
        ["care home"] = PlaceColumn,
        ["ward"] = PlaceColumn,
    };

    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .SelectMany(role => new[] { (Words: Codes.Of(role), role), (Words: RoleWords.Of(role), role) })
        .DistinctBy(each => Plain(each.Words))
        .ToDictionary(each => Plain(each.Words), each => each.role);

    /// <summary>Each line as it was understood. The line that names the columns is none of them. Null if there are too many.</summary>
    public IReadOnlyList<PastedPerson>? Read(string text)
    {
        var rows = text.Length > PastedTable.LongestText ? null : PastedTable.Read(text).Take(PastedTable.MostLines + 2).ToList();
        var order = rows is [(_, _, { } first), ..] ? OrderIn(first) : null;
        var lines = order is null ? rows : rows?[1..];
        return lines is null or { Count: > PastedTable.MostLines } ? null : WithDoubles(lines.Select(row => row.Cells is null
            ? new(row.Number, row.Line, "", "", "", "", null, [PastedTable.NotClosed])
            : Understood(row.Number, row.Line, Values(row.Cells, order ?? UsualOrder))));
    }

    /// <summary>The columns' order; null if a line names none of them.</summary>
    private static string[]? OrderIn(IReadOnlyList<string> cells)
    {
        string[] order = [.. cells.Select(cell => Columns.GetValueOrDefault(cell, ""))];
        return order.Contains(MailColumn) && order.Contains(NameColumn) ? order : null;
    }

    private static Dictionary<string, string> Values(IReadOnlyList<string> cells, string[] order) =>
        order.Zip(cells).Where(each => each.First.Length > 0).DistinctBy(each => each.First).ToDictionary(each => each.First, each => each.Second);

    private PastedPerson Understood(int number, string line, Dictionary<string, string> values)
    {
        string Value(string column) => values.GetValueOrDefault(column, "");
        var (name, mail, role, place) = (Value(NameColumn), Value(MailColumn), Value(RoleColumn), Value(PlaceColumn));
        Role? meant = Roles.TryGetValue(Plain(role), out var known) ? known : null;
        var found = place.Length > 0 ? find(place) : new(null, place, "Add the place: a home, ward, hospital or locality.");
        string?[] problems = [WhyNotName(name), WhyNotMail(mail), meant is null ? WhyNotRole(role) : null, found.Problem];
        return new(number, line, name, mail, role, found.Name, meant is { } of && found.Scope is { } at ? new(of, at) : null, [.. problems.OfType<string>()]);
    }

    private static string? WhyNotName(string name) => name.Length == 0
        ? "Add their name."
        : Limits.RequiredText(name, "name", Account.LongestName) is null ? null : $"The name can have {Account.LongestName} characters, and no special ones.";

    private static string? WhyNotMail(string mail) => mail.Length == 0 ? "Add their email address."
        : IsAddress(mail) ? null
        : $"“{mail}” is not an email address.";

    /// <summary>True for an address without a display name.</summary>
    public static bool IsAddress(string mail) => MailAddress.TryCreate(mail, out var address) && address.Address == mail;

    private static string WhyNotRole(string role) =>
        $"{(role.Length == 0 ? "Add the role" : $"“{role}” is not a role. Write one of these")}: {string.Join(", ", Enum.GetValues<Role>().Select(RoleWords.Of))}.";

    /// <summary>Names and addresses must differ, since both tell people apart.</summary>
    private static List<PastedPerson> WithDoubles(IEnumerable<PastedPerson> people)
    {
        var (mails, names) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, int>(StringComparer.Ordinal));
        return [.. people.Select(person =>
        {
            string?[] doubles =
            [
                Earlier(mails, person.Mail, person.Number) is { } sameMail ? $"Line {sameMail} has the same email address." : null,
                Earlier(names, Account.KeyOf(person.Name), person.Number) is { } sameName
                    ? $"Line {sameName} has the same name. Add what tells them apart, such as their team." : null,
            ];
            return person with { Problems = [.. person.Problems, .. doubles.OfType<string>()] };
        })];
    }

    /// <summary>The first line with this key; null if it is this one, or the key is empty.</summary>
    private static int? Earlier(Dictionary<string, int> lines, string key, int number) => key.Length == 0 || lines.TryAdd(key, number) ? null : lines[key];

    private static string Plain(string words) => words.Replace('-', ' ').Trim().ToUpperInvariant();
}
