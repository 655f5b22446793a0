using System.Security.Cryptography;
using System.Text;
using CapacityBoard.Beds;
using CapacityBoard.Sites;

namespace CapacityBoard.Holds;

/// <summary>The ids of what follows from a hold at the other side: the same whoever does it, so that it is done once.</summary>
internal static class HoldOperations
{
    private const int Characters = 32;

    /// <summary>A hold's own id is known at its own site only, and may be as long as an operation's may.</summary>
    public static string Of(SiteKey place, Hold hold) =>
        $"hold-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{place}|{hold.Id}")))[..Characters]}";
}
