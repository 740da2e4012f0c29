using CsCheck;
using Microsoft.Extensions.Configuration;
using Seminar.Offer.Features.Map;
using Seminar.Offer.Territory;

namespace Seminar.Offer.Tests;

/// <summary>The region as a drawing, and as squares.</summary>
public sealed class The_map
{
    private static readonly Gen<(double Latitude, double Longitude)> Somewhere = Gen.Double[42.3, 45.05].Select(Gen.Double[-0.4, 4.9]);

    [Fact]
    public void No_place_within_reach_lies_outside_the_squares_that_are_looked_at() => Somewhere.Select(Gen.Int[1, 50], Gen.Double[0, 1], Gen.Double[0, 2 * Math.PI]).Sample(
        (centre, kilometres, part, turn) =>
        {
            var latitude = centre.Latitude + (part * kilometres * Math.Cos(turn) / Cells.KilometresPerDegree);
            var longitude = centre.Longitude + (part * kilometres * Math.Sin(turn) / Cells.KilometresPerDegree / Math.Cos(centre.Latitude * Math.PI / 180));

            Cells.Within(centre.Latitude, centre.Longitude, kilometres).Should().Contain(Cells.Of(latitude, longitude));
        },
        iter: 2000);

    [Fact]
    public void A_square_is_found_again_by_its_number() => Gen.Double[-89, 89].Select(Gen.Double[-179, 179]).Sample((latitude, longitude) =>
    {
        var (north, east) = Cells.MiddleOf(Cells.NumberOf(latitude, longitude));

        (Math.Abs(north - latitude) <= 0.0500001, Math.Abs(east - longitude) <= 0.0500001).Should().Be((true, true));
        Cells.NumberOf(north, east).Should().Be(Cells.NumberOf(latitude, longitude));
    }, iter: 2000);

    [Fact]
    public void Leaves_out_what_lies_outside_the_picture()
    {
        var frame = MapDrawing.FrameOf(null, Communes.Find("46102"), 20);

        frame.Holds(44.61, 2.03).Should().BeTrue();
        frame.Holds(48.85, 2.35).Should().BeFalse("that is Paris");
        frame.Holds(-21, 55.5).Should().BeFalse("that is La Réunion");
    }

    [Fact]
    public void Asks_no_server_for_tiles_unless_one_is_named()
    {
        Tiles(null).Server.Should().BeNull();
        Tiles("https://cartes.exemple.fr/fixe.png").Server.Should().BeNull("it has no place for the number of a tile");
        Tiles("javascript:{z}{x}{y}").Server.Should().BeNull();
        Tiles(null).Under(MapDrawing.FrameOf(null, null, 30)).Should().BeEmpty();
    }

    [Fact]
    public void Tiles_lie_under_what_they_show()
    {
        var tiles = Tiles("https://cartes.exemple.fr/{z}/{x}/{y}.png");
        var toulouse = Communes.Find("31555")!;

        var around = tiles.Under(MapDrawing.FrameOf(null, toulouse, 20));

        tiles.Server.Should().Be("https://cartes.exemple.fr");
        around.Count.Should().BeInRange(4, 60);
        // By the usual formula of web maps, the tile of 43.6045° N, 1.4442° E at zoom 10 is 516 / 373.
        var holding = around.Single(tile => Holds(tile, MapDrawing.X(toulouse.Longitude), MapDrawing.Y(toulouse.Latitude)));
        var zoom = int.Parse(holding.Address.Split('/')[3], null);
        holding.Address.Should().Be($"https://cartes.exemple.fr/{zoom}/{Column(toulouse.Longitude, zoom)}/{Row(toulouse.Latitude, zoom)}.png");
        (Column(1.4442, 10), Row(43.6045, 10)).Should().Be((516, 373));
    }

    [Fact]
    public void The_whole_map_is_covered_by_its_tiles_without_a_gap()
    {
        var frame = MapDrawing.FrameOf(null, null, 30);
        var tiles = Tiles("https://cartes.exemple.fr/{z}/{x}/{y}.png").Under(frame);

        Gen.Double[0, 1].Select(Gen.Double[0, 1]).Sample((across, down) =>
            tiles.Should().Contain(tile => Holds(tile, frame.Left + (across * frame.Width), frame.Top + (down * frame.Height))), iter: 300);
    }

    private static bool Holds(MapTile tile, double x, double y) => x >= tile.Left && x <= tile.Left + tile.Side && y >= tile.Top && y <= tile.Top + tile.Side;

    private static int Column(double longitude, int zoom) => (int)Math.Floor((longitude + 180) / 360 * Math.Pow(2, zoom));

    private static int Row(double latitude, int zoom) => (int)Math.Floor((1 - (Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / Math.PI)) / 2 * Math.Pow(2, zoom));

    private static MapTiles Tiles(string? address) => new(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Map:Tiles", address)]).Build());
}
