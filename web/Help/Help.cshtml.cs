using CapacityBoard.Access;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Sites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapacityBoard.Help;

/// <summary>How people in a role do what they do most: the reader's own role, or the one in the address.</summary>
internal sealed class HelpModel : PageModel
{
    public Role Role { get; private set; }

    /// <summary>The roles that have a page.</summary>
    public static IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => HelpTopics.Of(role).Count > 0);

    public IActionResult OnGet(string? role)
    {
        var own = HttpContext.Caller()!.Grants.Select(grant => grant.Role).FirstOrDefault(Roles.Contains, Role.Viewer);
        if (role is null)
        {
            Role = own;
            return Page();
        }

        if (!Codes.TryParse<Role>(role, out var asked) || !Roles.Contains(asked))
        {
            return NotFound();
        }

        Role = asked;
        return Page();
    }
}
