import { beforeEach, expect, test, vi } from 'vitest'
import { closeAllToasts, closeToast, showToast, toastStore } from './toast-store'

beforeEach(closeAllToasts)

const texts = () => toastStore.get().map((toast) => toast.text)

test('keeps the newest three, oldest first', () => {
  for (const text of ['one', 'two', 'three', 'four']) showToast(text)
  expect(texts()).toEqual(['two', 'three', 'four'])
})

test('closes the one that is named', () => {
  const id = showToast('one')
  showToast('two')
  closeToast(id)
  expect(texts()).toEqual(['two'])
})

test('is good unless said otherwise', () => {
  showToast('saved')
  showToast('refused', { tone: 'danger' })
  expect(toastStore.get().map((toast) => toast.tone)).toEqual(['good', 'danger'])
})

test('tells listeners until they leave, with a new list each time', () => {
  const listener = vi.fn()
  const leave = toastStore.subscribe(listener)
  const before = toastStore.get()
  showToast('one')
  expect(toastStore.get()).not.toBe(before)
  leave()
  showToast('two')
  expect(listener).toHaveBeenCalledTimes(1)
})
