using CapacityBoard.Sites;

namespace CapacityBoard.Ui;

/// <summary>Matches a part of an address that may be a locality, hospital, ward or site: <c>/{locality:part}</c>.</summary>
internal sealed class SiteKeyPartConstraint : IRouteConstraint
{
    public const string Name = "part";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        SiteKey.IsPart(values[routeKey]?.ToString());
}
