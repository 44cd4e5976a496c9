/** How old a figure is, behind it, for eyes and ears apart from it; nothing where that need not be said. */
export const StaleMark = ({ text }: { text: string | undefined }) =>
  text && (
    <>
      {' '}
      <span className="inline-block font-sans text-sm font-normal text-barley">{text}</span>
    </>
  )
