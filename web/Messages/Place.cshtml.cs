using CapacityBoard.Board;
using CapacityBoard.Sites;

namespace CapacityBoard.Messages;

/// <summary>The addresses that a place's people share: its first contact, and a second one for what the first has not answered.</summary>
internal sealed class PlaceModel(ChannelsServices services, Boards boards) : ChannelsPage(services)
{
    public Site? Site => SiteKey.TryParse(Request.Query["site"], out var key) ? boards.Find(key) : null;

    public string Name => Site!.Details!.Name;

    public override bool HasContacts => true;

    protected override Recipient? Recipient => Site is { Details: not null, Closed: null } site && site.Key.Locality == $"{RouteData.Values["locality"]}" ? Recipient.Of(site.Key) : null;

    public override IDictionary<string, string> Route => new Dictionary<string, string> { ["site"] = Site!.Key.Value };

    protected override string Whom => $"{Caller.Name}, for {Name},";
}
