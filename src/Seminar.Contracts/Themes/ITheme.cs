using Autofac;
using Microsoft.AspNetCore.Routing;

namespace Seminar.Contracts.Themes;

/// <summary>
/// The one entry point of a theme: a public class with a parameterless constructor, exactly one a theme assembly.
/// Everything is optional. The MediatR handlers of the assembly and its embedded <c>Migrations/*.sql</c> are found
/// without being named; a theme that overrides nothing is still a full workshop.
/// </summary>
/// <remarks>
/// Called once at load, in the order <see cref="Register"/>, <see cref="Describe"/>, <see cref="Map"/>.
/// Whatever one of them throws puts this theme in the state <see cref="ThemeState.Failed"/> and leaves the others alone.
/// </remarks>
public interface ITheme
{
    /// <summary>Adds the theme's own services to its Autofac scope, which no other theme can see.</summary>
    /// <param name="services">The builder of the theme's scope; <see cref="ThemeIdentity"/>,
    /// <see cref="Storage.IModuleDatabase"/> and the mediator are already there.</param>
    void Register(ContainerBuilder services)
    {
    }

    /// <summary>Declares what the theme adds to shared pages: panels of the workshop page, links.</summary>
    /// <param name="description">Collects the declarations.</param>
    void Describe(ThemeDescription description)
    {
    }

    /// <summary>Maps the theme's own pages, under <c>/ateliers/{slug}/</c>.</summary>
    /// <param name="pages">A route group at the theme's address; patterns are relative to it. Every endpoint states
    /// its policy with <c>RequireAuthorization(Access.…)</c>; one without is open to administrators only.</param>
    void Map(IEndpointRouteBuilder pages)
    {
    }
}
