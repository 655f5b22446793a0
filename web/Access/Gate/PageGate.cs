using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Asks the rule of a page's form before it does anything. It goes by the handler that was chosen, not by what the address
/// says of it.
/// </summary>
internal sealed class PageGate : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Allows(context))
        {
            return next();
        }

        context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        return Task.CompletedTask;
    }

    private static bool Allows(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not { } handler || HttpMethods.IsGet(handler.HttpMethod))
        {
            return true;
        }

        var rule = AccessTable.Find(EndpointName.OfForm(context.ActionDescriptor.ViewEnginePath, handler.HttpMethod, handler.Name));
        return rule?.Allows(context.HttpContext) == true;
    }
}
