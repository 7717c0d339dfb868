using MudBlazor;

namespace SupplyChain.Planner;

/// <summary>The kit's theme, of the same colours as <c>tokens.css</c>; a test keeps the two alike.</summary>
internal static class DeskTheme
{
    /// <summary>Light and dark.</summary>
    public static readonly MudTheme Theme = new()
    {
        PaletteLight = Fill(new PaletteLight(), Tokens.Light),
        PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
        LayoutProperties = new()
        {
            DefaultBorderRadius = "4px", AppbarHeight = "48px", DrawerWidthLeft = "200px", DrawerMiniWidthLeft = "56px",
        },
        Typography = new()
        {
            Default = Text(new DefaultTypography(), "13px", "20px"),
            Body1 = Text(new Body1Typography(), "14px", "20px"),
            Body2 = Text(new Body2Typography(), "13px", "20px"),
            Button = Text(new ButtonTypography(), "13px", "20px"),
            Caption = Text(new CaptionTypography(), "12px", "16px"),
        },
    };

    private static T Fill<T>(T palette, Dictionary<string, string> token) where T : Palette
    {
        (palette.Primary, palette.PrimaryContrastText) = (token["accent"], token["on-accent"]);
        palette.PrimaryDarken = token["accent-hover"];
        (palette.Success, palette.Warning) = (token["good"], token["warn"]);
        (palette.Error, palette.Info) = (token["bad"], token["info"]);
        palette.SuccessContrastText = palette.WarningContrastText = token["on-accent"];
        palette.ErrorContrastText = palette.InfoContrastText = token["on-accent"];
        palette.Background = palette.AppbarBackground = palette.DrawerBackground = token["canvas"];
        (palette.Surface, palette.BackgroundGray) = (token["surface"], token["sunken"]);
        palette.TextPrimary = palette.AppbarText = token["ink"];
        palette.TextSecondary = palette.DrawerText = palette.DrawerIcon = palette.ActionDefault = token["ink-2"];
        palette.TextDisabled = token["ink-3"];
        palette.LinesDefault = palette.TableLines = palette.Divider = token["line"];
        (palette.LinesInputs, palette.TableHover) = (token["line-strong"], token["hover"]);
        palette.Skeleton = token["idle-soft"];
        return palette;
    }

    private static T Text<T>(T typography, string size, string height) where T : BaseTypography
    {
        typography.FontFamily = ["var(--font)"];
        (typography.FontSize, typography.LineHeight) = (size, height);
        (typography.FontWeight, typography.LetterSpacing, typography.TextTransform) = ("400", "normal", "none");
        return typography;
    }
}
