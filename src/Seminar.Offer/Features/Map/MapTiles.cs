using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Seminar.Offer.Features.Map;

/// <summary>
/// Tiles of a public server under the map. Off unless the administrator names one (<c>Map:Tiles</c>, an address with <c>{z}</c>, <c>{x}</c> and
/// <c>{y}</c>): the browser of whoever looks at the map then asks that server.
/// </summary>
internal sealed class MapTiles
{
    private const double TilesAcross = 3;
    private const int FarthestZoom = 5;
    private const int NearestZoom = 16;

    private readonly string? _address;

    public MapTiles(IConfiguration configuration)
    {
        var section = configuration.GetSection("Map");
        var address = section["Tiles"];
        if (address is null || !Array.TrueForAll(["{z}", "{x}", "{y}"], address.Contains)
            || !Uri.TryCreate(Filled(address, 0, 0, 0), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return;
        }

        _address = address;
        Server = uri.GetLeftPart(UriPartial.Authority);
        Credit = section["Credit"] ?? uri.Host;
    }

    /// <summary>Where tiles come from, for the page to permit it; null while they are off.</summary>
    public string? Server { get; }

    /// <summary>Who drew them, for the page to say so.</summary>
    public string? Credit { get; }

    /// <summary>The tiles under a part of the map; none while they are off.</summary>
    public IReadOnlyList<MapTile> Under(MapFrame frame)
    {
        if (_address is null)
        {
            return [];
        }

        var whole = MapDrawing.Tile(0, 0, 0).Side;
        var zoom = Math.Clamp((int)Math.Ceiling(Math.Log2(whole * TilesAcross / frame.Width)), FarthestZoom, NearestZoom);
        var first = MapDrawing.TileAt(zoom, frame.Left, frame.Top);
        var last = MapDrawing.TileAt(zoom, frame.Left + frame.Width, frame.Top + frame.Height);
        return
        [
            .. from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               let place = MapDrawing.Tile(zoom, column, row)
               select new MapTile(Filled(_address, zoom, column, row), place.Left, place.Top, place.Side),
        ];
    }

    private static string Filled(string address, int zoom, int column, int row) => address
        .Replace("{z}", zoom.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{x}", column.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{y}", row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <summary>A picture under the map, in the units of the drawing.</summary>
internal sealed record MapTile(string Address, double Left, double Top, double Side);
