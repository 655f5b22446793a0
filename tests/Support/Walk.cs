namespace CapacityBoard.Support;

/// <summary>Every page reachable by links from the first one.</summary>
public static class Walk
{
    /// <summary>The addresses reached, each with the name of the page that answered.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> From(TestBoard board, ApiUser user, string first = "/")
    {
        var reached = new Dictionary<string, string>();
        var ahead = new Queue<string>([first]);
        var known = new HashSet<string>([first]);
        while (ahead.TryDequeue(out var address))
        {
            var answer = await user.Get(address);
            if (answer.Status == 302)
            {
                var further = new Uri(board.Address, answer.Headers.GetValues("Location").Single()).PathAndQuery;
                if (known.Add(further))
                {
                    ahead.Enqueue(further);
                }

                continue;
            }

            answer.Status.ShouldBe(200, $"A link leads to {address}");
            if (answer.ContentType != "text/html")
            {
                continue;
            }

            reached[address] = answer.Headers.GetValues(NamedPages.PageHeader).Single();
            foreach (var next in LinksOf(board.Http.BaseAddress!, address, answer.Text).Where(known.Add))
            {
                ahead.Enqueue(next);
            }
        }

        return reached;
    }

    /// <summary>A browser of a person who may do everything.</summary>
    public static async Task<HttpClient> Client(TestBoard board)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = board.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"{Sessions.CookieName}={await Sessions.CookieOf(board.Address)}");
        return http;
    }

    private static IEnumerable<string> LinksOf(Uri board, string address, string html) => html.Parsed().Links("a[href]")
        .Where(href => !href.StartsWith("tel:", StringComparison.Ordinal) && !href.StartsWith('#'))
        .Select(href => new Uri(new Uri(board, address), href))
        .Select(uri =>
        {
            uri.Authority.ShouldBe(board.Authority, $"{address} leads to another host");
            return uri.PathAndQuery;
        });
}
