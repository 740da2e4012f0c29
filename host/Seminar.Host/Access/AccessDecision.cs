using Microsoft.AspNetCore.Authorization;
using Seminar.Host.Modules;
using Seminar.Host.Startup;
using Seminar.Host.Themes;
using Policy = Seminar.Contracts.Pages.Access;

namespace Seminar.Host.Access;

/// <summary>Asks the table about one policy.</summary>
internal sealed record AccessRequirement(AccessRule Rule) : IAuthorizationRequirement;

/// <summary>Answers with the table, the visitor's roles and the workshop of the endpoint.</summary>
/// <remarks>What it asks is looked up when it decides: modules hold the authorization service, which holds this.</remarks>
internal sealed class AccessDecision(IServiceProvider services) : AuthorizationHandler<AccessRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        var isPublished = services.GetRequiredService<SeminarSite>().IsPublished;
        if (requirement.Rule.Permits(Visitor.RolesOf(context.User), WorkshopOf(context.Resource as HttpContext), isPublished))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private string? WorkshopOf(HttpContext? request)
    {
        var module = request?.GetEndpoint()?.Metadata.GetMetadata<ModuleMetadata>()?.Key;
        return module is not null && services.GetRequiredService<ThemeRegistry>().Find(module) is not null
            ? module
            : request?.GetRouteValue(Policy.WorkshopRouteValue) as string;
    }
}
