using System.Collections.Immutable;
using CapacityBoard.Access;
using CapacityBoard.Access.Accounts;
using CapacityBoard.Sites;

namespace CapacityBoard.Admin;

/// <summary>One step of setting a board up.</summary>
/// <param name="State">What is there and what is left, in words.</param>
internal sealed record SetUpStep(string Id, string Title, string Path, bool IsDone, string State);

/// <summary>What an administrator does on the first day, and how far that is: told from what there is, so nobody ticks anything off.</summary>
internal sealed record SetUp(ImmutableArray<SetUpStep> Steps)
{
    public bool IsDone => Steps.All(step => step.IsDone);

    public int Done => Steps.Count(step => step.IsDone);

    /// <param name="sites">The open sites that the administrator manages.</param>
    /// <param name="people">The accounts that they see.</param>
    /// <param name="links">The localities of the wallboard links in use.</param>
    /// <param name="administrator">The id of their own account.</param>
    public static SetUp Of(IReadOnlyCollection<Site> sites, IReadOnlyCollection<AccountLine> people, IReadOnlyCollection<string> links, string administrator)
    {
        var kinds = sites.ToLookup(site => site.Kind);
        var localities = sites.Select(site => site.Key.Locality).Distinct().Count();
        var (homes, wards, units, agencies) = (kinds[SiteKind.CareHome].ToList(), kinds[SiteKind.Ward].ToList(), kinds[SiteKind.IntermediateCareUnit].ToList(), kinds[SiteKind.HomeCareProvider].ToList());
        var hospitals = wards.Select(site => (site.Key.Locality, site.Key.Hospital)).Distinct().Count();
        return new(
        [
            Step("directory", "Import the directory", "~/import", homes, $"{Counted(homes.Count, "care home")} in {Counted(LocalitiesOf(homes), "locality", "localities")}", "Care homes and home care agencies, from a file", LocalitiesOf(homes)),
            Step("wards", "Add hospitals and wards", "~/admin/sites/add?kind=ward", wards, $"{Counted(wards.Count, "ward")} in {Counted(hospitals, "hospital")}", "Paste a table of wards and beds", localities),
            Step(
                "units",
                "Add units and agencies",
                "~/admin/sites/add?kind=intermediate-care-unit",
                [.. units, .. agencies],
                $"{Counted(units.Count, "intermediate care unit")}, {Counted(agencies.Count, "home care agency", "home care agencies")}",
                "Paste a table of intermediate care units, or of home care agencies",
                localities),
            People(sites, people, administrator),
            new("wallboard", "Show a wallboard", "~/admin/wallboards", links.Count > 0, links.Count > 0 ? $"{Counted(links.Count, "link")}{Left(localities - links.Distinct().Count())}" : "Create a link for a wall screen"),
        ]);
    }

    private static SetUpStep Step(string id, string title, string path, List<Site> sites, string done, string toDo, int localities) =>
        new(id, title, path, sites.Count > 0, sites.Count > 0 ? $"{done}{Left(localities - LocalitiesOf(sites))}" : toDo);

    private static SetUpStep People(IReadOnlyCollection<Site> sites, IReadOnlyCollection<AccountLine> people, string administrator)
    {
        var others = people.Count(line => line.Account.Closed is null && line.Account.Id != administrator);
        return new("people", "Invite people", "~/admin/people#invite", others > 0, PeopleWords(sites, people, others));
    }

    private static int LocalitiesOf(IEnumerable<Site> sites) => sites.Select(site => site.Key.Locality).Distinct().Count();

    private static string Left(int localities) => localities <= 0 ? "" : $". None in {Counted(localities, "locality", "localities")} yet";

    private static string PeopleWords(IReadOnlyCollection<Site> sites, IReadOnlyCollection<AccountLine> people, int others)
    {
        var scopes = people.Where(line => line.Account.Closed is null).SelectMany(line => line.Grants)
            .Where(grant => grant.Role is Role.CareProvider or Role.Ward)
            .Select(grant => grant.Scope.Value).ToHashSet();
        var without = sites.Count(site => !IsWithin(site.Key, scopes));
        var left = without == 0 ? "" : $". {Counted(without, "site")} with nobody to update {(without == 1 ? "it" : "them")} yet";
        return others == 0 ? "Nobody but you can sign in yet" : $"{Counted(others, "person", "people")} invited{left}";
    }

    private static bool IsWithin(SiteKey site, HashSet<string> scopes) =>
        scopes.Contains(site.Value) || scopes.Contains(site.Locality) || scopes.Contains(Scope.Everywhere.Value) || (site.Hospital is { } hospital && scopes.Contains($"{site.Locality}/{hospital}"));

    private static string Counted(int count, string one, string? many = null) => $"{count:#,0} {(count == 1 ? one : many ?? $"{one}s")}";
}
