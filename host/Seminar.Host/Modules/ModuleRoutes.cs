using Microsoft.AspNetCore.Routing;

namespace Seminar.Host.Modules;

/// <summary>Turns what a module maps into endpoints that are served within its scope.</summary>
internal sealed class ModuleRoutes(IServiceProvider services) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);

    /// <exception cref="InvalidOperationException">Two endpoints bear one name: left alone, it would break every address of the host.</exception>
    public static IReadOnlyList<Endpoint> Build(ModuleScope module, Action<IEndpointRouteBuilder> map)
    {
        var routes = new ModuleRoutes(module.Services);
        map(routes);
        var endpoints = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        RefuseDoubleNames(endpoints);
        return endpoints.ConvertAll<Endpoint>(endpoint => Wrap(module, endpoint));
    }

    private static RouteEndpoint Wrap(ModuleScope module, RouteEndpoint endpoint)
    {
        var inner = endpoint.RequestDelegate!;
        var metadata = endpoint.Metadata
            .Where(item => item is not IEndpointNameMetadata and not IRouteNameMetadata)
            .Append(new ModuleMetadata(module));
        if (NameOf(endpoint) is { } name)
        {
            metadata = metadata.Append(new EndpointNameMetadata($"{module.Key}.{name}"));
        }

        return new RouteEndpoint(
            context => module.ServeAsync(context, inner), endpoint.RoutePattern, endpoint.Order,
            new EndpointMetadataCollection(metadata), endpoint.DisplayName);
    }

    private static void RefuseDoubleNames(List<RouteEndpoint> endpoints)
    {
        var twice = endpoints.Select(NameOf).OfType<string>().GroupBy(name => name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new InvalidOperationException($"Deux pages portent le nom « {twice.Key} ».");
        }
    }

    private static string? NameOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}

/// <summary>Which module an endpoint belongs to.</summary>
internal sealed record ModuleMetadata(ModuleScope Module)
{
    public string Key => Module.Key;
}
