using System.Text.RegularExpressions;

namespace CapacityBoard.Support;

/// <summary>Follows every link from the start page.</summary>
internal sealed partial class PageCrawl
{
    /// <summary>
    /// How many pages to visit that differ only in site or person, and how many that differ only in query values.
    /// </summary>
    private const int MostSites = 20;
    private const int MostQueries = 2;

    private readonly Dictionary<string, int> _alike = [];

    private PageCrawl()
    {
    }

    public List<VisitedPage> Pages { get; } = [];

    public List<VisitedPage> Files { get; } = [];

    public static async Task<PageCrawl> By(Visitor person)
    {
        var crawl = new PageCrawl();
        var ahead = new Queue<string>(["/"]);
        while (ahead.TryDequeue(out var path))
        {
            if (!crawl.IsNew(path))
            {
                continue;
            }

            var page = await person.Visit(path);
            (IsFile(path) ? crawl.Files : crawl.Pages).Add(page);
            foreach (var link in IsFile(path) ? [] : page.Links)
            {
                ahead.Enqueue(link);
            }
        }

        return crawl;
    }

    /// <summary>The address without sites, people and query values, which pages of one kind share.</summary>
    public static string KindOf(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        return $"{SitesAndPeople().Replace(path, "…")}?{string.Join('&', query.Split('&').Select(part => part.Split('=')[0]).Order(StringComparer.Ordinal))}";
    }

    private bool IsNew(string path)
    {
        var kind = KindOf(path);
        _alike[kind] = _alike.GetValueOrDefault(kind) + 1;
        return _alike[kind] <= (kind.EndsWith('?') || kind.EndsWith("?site&stay", StringComparison.Ordinal) ? MostSites : MostQueries);
    }

    private static bool IsFile(string path) => path.Contains("csv", StringComparison.Ordinal);

    [GeneratedRegex("(?<=/sites/)(?!edit).*?(?=/people$|$)|(?<=/admin/people/).*")]
    private static partial Regex SitesAndPeople();
}
