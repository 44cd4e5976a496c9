/** Asks for a page `views` times, eight at once, and fails on the first answer that is no page. */
export async function viewPage(page: string, views: number): Promise<void> {
  let left = views
  const visit = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const response = await fetch(page)
      await response.text()
      if (!response.ok) throw new Error(`${page} answered ${response.status}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, visit))
}
